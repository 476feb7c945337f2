using System.Text.Json.Serialization;

namespace KbApi.Rules.Configuration;

/// <summary>How settings of severities are kept with content that is kept.</summary>
[JsonSourceGenerationOptions(RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(StoredFile?[]))]
internal sealed partial class StoredSettings : JsonSerializerContext;

/// <summary>A file with settings.</summary>
/// <param name="Folder">The folder that it stands in.</param>
/// <param name="Above">What stands above that.</param>
/// <param name="Text">What it says.</param>
internal sealed record StoredFile(string Folder, string Above, string Text);
