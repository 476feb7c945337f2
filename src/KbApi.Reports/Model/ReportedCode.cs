namespace KbApi.Reports.Model;

/// <summary>A documented code in canonical form.</summary>
/// <param name="Scheme">The kind of code, for example <c>hresult</c>.</param>
/// <param name="Value">The code, for example <c>0x80230619</c>.</param>
/// <param name="Source">The program or log that it is one of, where its scheme needs that; else null.</param>
public sealed record ReportedCode(string Scheme, string Value, string? Source = null);
