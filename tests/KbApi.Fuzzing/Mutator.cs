namespace KbApi.Fuzzing;

/// <summary>Changes documents as editors, translators and broken tools do: lines cut, doubled and swapped, parts of other documents put in.</summary>
/// <param name="random">Where the choices come from.</param>
internal sealed class Mutator(Random random)
{
    private const int MaxChanges = 12;
    private const int MaxPiece = 400;

    public string Change(string text, string other)
    {
        for (var i = random.Next(1, MaxChanges); i > 0; i--)
        {
            text = ChangeOnce(text, other);
        }

        return text;
    }

    private string ChangeOnce(string text, string other)
    {
        var at = random.Next(text.Length + 1);
        var (start, length) = Piece(text);
        switch (random.Next(8))
        {
            case 0:
                return text.Remove(start, length);
            case 1:
                return text.Insert(at, text.Substring(start, length));
            case 2:
                var (from, count) = Piece(other);
                return text.Insert(at, other.Substring(from, count));
            case 3:
                return text.Insert(at, new NastyMarkdown(random).Write(random.Next(1, 3)));
            case 4:
                return text[..at];
            case 5:
                var lines = text.Split('\n');
                var (a, b) = (random.Next(lines.Length), random.Next(lines.Length));
                (lines[a], lines[b]) = (lines[b], lines[a]);
                return string.Join('\n', lines);
            case 6:
                return at < text.Length ? text.Remove(at, 1) : text;
            default:
                return at < text.Length ? text[..at] + (char)random.Next(1, random.Next(2) == 0 ? 128 : 0xD800) + text[(at + 1)..] : text;
        }
    }

    private (int Start, int Length) Piece(string text)
    {
        var start = random.Next(text.Length + 1);
        return (start, random.Next(Math.Min(MaxPiece, text.Length - start) + 1));
    }
}
