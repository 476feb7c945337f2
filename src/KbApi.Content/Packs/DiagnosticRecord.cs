using System.Collections.Immutable;
using System.Globalization;
using KbApi.Content.Diagnostics;
using KbApi.Content.Text;

namespace KbApi.Content.Packs;

/// <summary>What reading found, in records.</summary>
internal static class DiagnosticRecord
{
    private const int Word = 0;
    private const int Whole = 1;
    private const int Long = 2;

    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> Descriptors = ReadingDiagnostics.All.ToImmutableDictionary(d => d.Id, StringComparer.Ordinal);

    public static void Write(RecordWriter to, Diagnostic diagnostic)
    {
        to.Text(diagnostic.Id);
        to.Number((int)diagnostic.Severity);
        Write(to, diagnostic.Location);
        to.List(diagnostic.Arguments, argument => WriteArgument(to, argument));
        to.List(diagnostic.AdditionalLocations, location => Write(to, location));
        to.List([.. diagnostic.Properties.OrderBy(p => p.Key, StringComparer.Ordinal)], property =>
        {
            to.Text(property.Key);
            to.Text(property.Value);
        });
    }

    public static Diagnostic Read(ref RecordReader from)
    {
        var descriptor = Descriptors.GetValueOrDefault(from.Text()) ?? throw RecordReader.Damaged();
        var severity = from.Enum<DiagnosticSeverity>();
        var location = ReadLocation(ref from);
        return new Diagnostic(descriptor, location, severity, from.List(ReadArgument))
        {
            AdditionalLocations = from.List(ReadLocation),
            Properties = from.List(static (ref reader) => KeyValuePair.Create(reader.Text(), reader.Text()))
                .Aggregate(ImmutableDictionary<string, string>.Empty, static (all, property) => all.SetItem(property.Key, property.Value)),
        };
    }

    private static void Write(RecordWriter to, Location location)
    {
        to.Text(location.Path);
        to.Number(location.Span.Start);
        to.Number(location.Span.Length);
        to.Number(location.Start.Line);
        to.Number(location.Start.Character);
        to.Number(location.End.Line);
        to.Number(location.End.Character);
    }

    private static Location ReadLocation(ref RecordReader from) =>
        new(from.Text(), new TextSpan(from.Int32(), from.Int32()), new LinePosition(from.Int32(), from.Int32()), new LinePosition(from.Int32(), from.Int32()));

    /// <summary>Numbers stay numbers, for they are written differently in other languages.</summary>
    private static void WriteArgument(RecordWriter to, object argument)
    {
        switch (argument)
        {
            case int number:
                to.Number(Whole);
                to.Signed(number);
                break;
            case long number:
                to.Number(Long);
                to.Signed(number);
                break;
            default:
                to.Number(Word);
                to.Text(Convert.ToString(argument, CultureInfo.InvariantCulture) ?? "");
                break;
        }
    }

    private static object ReadArgument(ref RecordReader from) => from.Below(Long + 1) switch
    {
        Whole => checked((int)Math.Clamp(from.Signed(), int.MinValue, int.MaxValue)),
        Long => from.Signed(),
        _ => from.Text(),
    };
}
