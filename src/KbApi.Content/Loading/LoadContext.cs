namespace KbApi.Content.Loading;

/// <summary>How the files of one load are read.</summary>
/// <param name="Configuration">The reader.</param>
/// <param name="Includes">The files that others include.</param>
/// <param name="Options">The options.</param>
internal sealed record LoadContext(ReaderConfiguration Configuration, ContentIncludes Includes, LoadOptions Options);
