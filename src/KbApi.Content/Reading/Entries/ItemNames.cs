using System.Globalization;

namespace KbApi.Content.Reading.Entries;

/// <summary>Names that are unique in a document: the first to ask gets the name, others get it with a number behind it.</summary>
internal sealed class ItemNames
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    public string Take(string name)
    {
        string taken;
        do
        {
            var number = _numbers[name] = _numbers.GetValueOrDefault(name) + 1;
            taken = number == 1 ? name : name + "-" + number.ToString(CultureInfo.InvariantCulture);
        }
        while (!_taken.Add(taken));
        return taken;
    }
}
