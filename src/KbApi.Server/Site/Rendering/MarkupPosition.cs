namespace KbApi.Server.Site.Rendering;

/// <summary>What kind of place in mark-up a value stands in.</summary>
internal enum MarkupPlace
{
    /// <summary>Between tags.</summary>
    Text,

    /// <summary>Inside a tag, where attributes stand.</summary>
    Tag,

    /// <summary>Inside the quotes of an attribute.</summary>
    Value,
}

/// <summary>Follows literal mark-up, so that it is known what a value that comes next has to be.</summary>
internal struct MarkupPosition
{
    private const string Script = "<script ";
    private const string EndOfScript = "></script>";
    private const string Style = "<style";

    private bool _isAfterEquals;
    private bool _isScript;

    /// <summary>What kind of place comes next.</summary>
    public MarkupPlace Place { get; private set; }

    /// <summary>The attribute that is being written, where <see cref="Place"/> is <see cref="MarkupPlace.Value"/>.</summary>
    public string Attribute { get; private set; }

    /// <summary>Whether nothing of the attribute's value has been written.</summary>
    public bool IsAtStartOfValue { get; private set; }

    /// <summary>Passes over literal mark-up. The name of a tag or attribute never goes on behind a value.</summary>
    /// <exception cref="InvalidOperationException">It has an attribute without double quotes, or a script or style of its own.</exception>
    public void Pass(string literal)
    {
        var name = 0;
        for (var i = 0; i < literal.Length; i++)
        {
            switch (Place)
            {
                case MarkupPlace.Text when literal[i] == '<':
                    Enter(literal.AsSpan(i));
                    break;
                case MarkupPlace.Tag:
                    PassInTag(literal, i, ref name);
                    break;
                case MarkupPlace.Value when literal[i] == '"':
                    Place = MarkupPlace.Tag;
                    name = i + 1;
                    break;
                case MarkupPlace.Value:
                    IsAtStartOfValue = false;
                    break;
            }
        }
    }

    /// <summary>A value was written.</summary>
    public void PassValue() => IsAtStartOfValue = false;

    private void Enter(ReadOnlySpan<char> tag)
    {
        if (tag.StartsWith(Style) || (tag.StartsWith("<script") && !tag.StartsWith(Script)))
        {
            throw new InvalidOperationException("A page has no script or style of its own; put it into a file.");
        }

        Place = MarkupPlace.Tag;
        _isScript = tag.StartsWith(Script);
    }

    private void PassInTag(string literal, int i, ref int name)
    {
        var c = literal[i];
        if (_isAfterEquals && c != '"')
        {
            throw new InvalidOperationException($"Write the value of '{Attribute}' in double quotes.");
        }

        switch (c)
        {
            case '=':
                Attribute = literal[name..i];
                _isAfterEquals = true;
                break;
            case '"':
                (Place, IsAtStartOfValue, _isAfterEquals) = (MarkupPlace.Value, true, false);
                break;
            case '>' when _isScript && !literal.AsSpan(i).StartsWith(EndOfScript):
                throw new InvalidOperationException("A page has no script of its own; put it into a file.");
            case '>':
                (Place, _isScript) = (MarkupPlace.Text, false);
                break;
            case ' ' or '\n':
                name = i + 1;
                break;
        }
    }
}
