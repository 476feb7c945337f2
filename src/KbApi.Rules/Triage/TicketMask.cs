using KbApi.Rules.Redaction;

namespace KbApi.Rules.Triage;

/// <summary>Masks the texts of one ticket: what the redactor finds by itself, and the names of machines that a log tells, wherever they stand.</summary>
internal sealed class TicketMask
{
    private const int FewestNameChars = 3;
    private const string Label = "Computer: ";

    private readonly Redactor _redactor = new();
    private readonly List<string> _machines;

    public TicketMask(IEnumerable<string> machines) =>
        _machines = [.. machines.Where(m => m.Length >= FewestNameChars).Distinct(StringComparer.OrdinalIgnoreCase).OrderByDescending(m => m.Length)];

    public string Apply(string text)
    {
        var masked = _redactor.Redact(text).Text;
        foreach (var machine in _machines.Where(m => masked.Contains(m, StringComparison.OrdinalIgnoreCase)))
        {
            // Behind a label the redactor knows the name for one of a machine, and gives it its placeholder.
            if (_redactor.Redact(Label + machine).Redactions is [{ } redaction])
            {
                masked = masked.Replace(machine, redaction.Placeholder, StringComparison.OrdinalIgnoreCase);
            }
        }

        return masked;
    }
}
