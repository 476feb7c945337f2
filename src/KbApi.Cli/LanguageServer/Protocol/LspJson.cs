using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using KbApi.Cli.LanguageServer.Workspaces;

namespace KbApi.Cli.LanguageServer.Protocol;

/// <summary>The messages of the protocol as JSON; only those that are used.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(InitializeParams))]
[JsonSerializable(typeof(InitializeResult))]
[JsonSerializable(typeof(InitializationOptions))]
[JsonSerializable(typeof(FoldersChangedParams))]
[JsonSerializable(typeof(DidOpenParams))]
[JsonSerializable(typeof(DidChangeParams))]
[JsonSerializable(typeof(DocumentParams))]
[JsonSerializable(typeof(PositionParams))]
[JsonSerializable(typeof(ReferenceParams))]
[JsonSerializable(typeof(CodeActionParams))]
[JsonSerializable(typeof(WorkspaceSymbolParams))]
[JsonSerializable(typeof(FilesChangedParams))]
[JsonSerializable(typeof(PublishDiagnosticsParams))]
[JsonSerializable(typeof(Hover))]
[JsonSerializable(typeof(CompletionList))]
[JsonSerializable(typeof(CodeAction))]
[JsonSerializable(typeof(ChosenAction))]
[JsonSerializable(typeof(ImmutableArray<CodeAction>))]
[JsonSerializable(typeof(ImmutableArray<LspLocation>))]
[JsonSerializable(typeof(ImmutableArray<DocumentSymbol>))]
[JsonSerializable(typeof(ImmutableArray<WorkspaceSymbol>))]
[JsonSerializable(typeof(RegistrationParams))]
[JsonSerializable(typeof(ProgressToken))]
[JsonSerializable(typeof(ProgressParams))]
[JsonSerializable(typeof(MessageParams))]
internal sealed partial class LspJson : JsonSerializerContext
{
    /// <summary>The parameters of a message.</summary>
    /// <exception cref="JsonException">They are wrong, or there are none.</exception>
    public static T Read<T>(JsonElement parameters, JsonTypeInfo<T> type)
        where T : class =>
        parameters.ValueKind == JsonValueKind.Undefined ? throw new JsonException("The message has no params.") : parameters.Deserialize(type) ?? throw new JsonException("params is null.");

    public static ReadOnlyMemory<byte> Write<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.SerializeToUtf8Bytes(value, type);
}
