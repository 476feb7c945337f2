using System.Text;
using System.Xml;
using KbApi.Translation.Export;
using KbApi.Translation.Units;

namespace KbApi.Translation.Formats;

/// <summary>Reads one unit, from its opening to its closing tag.</summary>
internal sealed class XliffUnitReader(XmlReader xml)
{
    private readonly StringBuilder _source = new();
    private readonly StringBuilder _target = new();
    private readonly List<(string Id, string Raw)> _protected = [];
    private readonly Dictionary<string, string> _data = new(StringComparer.Ordinal);
    private bool _hasTarget;
    private bool _lacksTarget;
    private UnitState? _state;

    public ImportedUnit Read(string file)
    {
        var id = xml.GetAttribute("id") ?? throw XliffReader.FaultAt(xml, "a unit has no id");
        if (xml.GetAttribute("approved") == "yes")
        {
            _state = UnitState.Reviewed;
        }

        var end = xml.Depth;
        var (source, target, isIgnorable) = ("", (string?)null, false);
        while (xml.Read() && xml.Depth > end)
        {
            if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName is "segment" or "ignorable")
            {
                AddSegment();
            }

            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            XliffReader.CheckDepth(xml);
            switch (xml.LocalName)
            {
                case "segment" or "ignorable":
                    (source, target, isIgnorable) = ("", null, xml.LocalName == "ignorable");
                    Take(xml.GetAttribute("state"));
                    break;
                case "data" when xml.GetAttribute("id") is { } dataId:
                    _data[dataId] = ReadPlain();
                    break;
                case "source":
                    source = ReadText(isSource: true);
                    break;
                case "target":
                    Take(xml.GetAttribute("state"));
                    target = ReadText(isSource: false);
                    break;
                case "alt-trans" or "note" or "seg-source":
                    Skip();
                    break;
            }
        }

        // XLIFF 1 has no segments.
        if (source.Length > 0 || target is not null)
        {
            AddSegment();
        }

        var isWhole = _hasTarget && !_lacksTarget;
        return new ImportedUnit(file, id, UnitText.HashOf(_source.ToString(), _protected), isWhole ? _target.ToString() : null, _state);

        void AddSegment()
        {
            _source.Append(source);
            _target.Append(target ?? (isIgnorable ? source : ""));
            _hasTarget |= target is not null && !isIgnorable;
            _lacksTarget |= target is null && !isIgnorable && !string.IsNullOrWhiteSpace(source);
            (source, target, isIgnorable) = ("", null, false);
        }
    }

    /// <summary>The least of the states of the segments.</summary>
    private void Take(string? state)
    {
        UnitState? read = state switch
        {
            "initial" or "new" or "needs-translation" or "needs-adaptation" or "needs-l10n" => UnitState.Initial,
            "translated" or "needs-review-translation" or "needs-review-adaptation" or "needs-review-l10n" => UnitState.Translated,
            "reviewed" or "signed-off" => UnitState.Reviewed,
            "final" => UnitState.Final,
            _ => null,
        };
        _state = read is { } s && (_state is null || s < _state) ? s : _state;
    }

    private void Skip()
    {
        var end = xml.Depth;
        while (!xml.IsEmptyElement && xml.Read() && xml.Depth > end)
        {
            XliffReader.CheckDepth(xml);
        }
    }

    /// <summary>The characters in an element, whatever elements are among them.</summary>
    private string ReadPlain()
    {
        var text = new StringBuilder();
        var end = xml.Depth;
        while (!xml.IsEmptyElement && xml.Read() && xml.Depth > end)
        {
            XliffReader.CheckDepth(xml);
            AppendCharacters(text);
        }

        return text.ToString();
    }

    private void AppendCharacters(StringBuilder text)
    {
        if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
        {
            text.Append(xml.Value);
            if (text.Length > FormatLimits.MaxText)
            {
                throw XliffReader.FaultAt(xml, $"a text has more than {FormatLimits.MaxText} characters");
            }
        }
    }

    /// <summary>The content of a source or target as marked text.</summary>
    private string ReadText(bool isSource)
    {
        var text = new StringBuilder();
        var end = xml.Depth;
        var open = new Stack<(int Depth, string Id, string Raw)>();
        var isEmpty = xml.IsEmptyElement;
        while (!isEmpty && xml.Read() && xml.Depth > end)
        {
            XliffReader.CheckDepth(xml);
            if (xml.NodeType == XmlNodeType.EndElement)
            {
                while (open.TryPeek(out var pair) && pair.Depth >= xml.Depth)
                {
                    open.Pop();
                    Close(pair.Id, pair.Raw);
                }
            }
            else if (xml.NodeType == XmlNodeType.Element)
            {
                ReadInline(open);
            }
            else
            {
                AppendCharacters(text);
            }
        }

        return text.ToString();

        void ReadInline(Stack<(int Depth, string Id, string Raw)> pairs)
        {
            var id = xml.GetAttribute("id") ?? "";
            switch (xml.LocalName)
            {
                case "cp":
                    text.Append('\uFFFD');
                    break;
                case "ph" or "x" or "it":
                    Mark(MarkedText.Mark(id), id, xml.GetAttribute("disp") ?? DataOf("dataRef") ?? ReadPlain());
                    break;
                case "sc" or "bx" or "bpt":
                    Mark(MarkedText.Mark(id), id, xml.GetAttribute("disp") ?? DataOf("dataRef") ?? ReadPlain());
                    break;
                case "ec" or "ex" or "ept":
                    var start = xml.GetAttribute("startRef") ?? xml.GetAttribute("rid") ?? id;
                    Mark(MarkedText.EndMark(start), start, xml.GetAttribute("disp") ?? DataOf("dataRef") ?? ReadPlain());
                    break;
                case "pc" or "g":
                    var closing = xml.GetAttribute("dispEnd") ?? DataOf("dataRefEnd") ?? "";
                    Mark(MarkedText.Mark(id), id, xml.GetAttribute("dispStart") ?? DataOf("dataRefStart") ?? "");
                    if (xml.IsEmptyElement)
                    {
                        Close(id, closing);
                    }
                    else
                    {
                        pairs.Push((xml.Depth, id, closing));
                    }

                    break;
            }
        }

        void Close(string id, string raw) => Mark(MarkedText.EndMark(id), id, raw);

        void Mark(string mark, string id, string raw)
        {
            text.Append(mark);
            if (isSource)
            {
                _protected.Add((id, raw));
            }
        }
    }

    private string? DataOf(string attribute) => xml.GetAttribute(attribute) is { } id && _data.TryGetValue(id, out var raw) ? raw : null;
}
