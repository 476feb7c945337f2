using System.Globalization;
using KbApi.Content.Diagnostics;
using KbApi.Rules.Catalog;
using KbApi.Search.Packs;

namespace KbApi.Server.Snapshots.Packs;

/// <summary>Says of a pack that is not served what is said of content that is not served.</summary>
internal static class PackRefusal
{
    public static Diagnostic Of(string name, Exception reason) =>
        Diagnostic.Create(EngineDiagnostics.PackNotUsed, Location.OfFile(name), new Reason(reason));

    /// <summary>In the language of whoever reads it.</summary>
    private sealed record Reason(Exception Exception) : IFormattable
    {
        public string ToString(string? format, IFormatProvider? formatProvider) => Exception is PackException pack
            ? pack.GetMessage(formatProvider as CultureInfo ?? CultureInfo.InvariantCulture)
            : Exception.Message;

        public override string ToString() => Exception.Message;
    }
}
