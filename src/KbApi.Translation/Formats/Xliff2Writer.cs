using System.Globalization;
using System.Xml;
using KbApi.Translation.Export;
using KbApi.Translation.Units;

namespace KbApi.Translation.Formats;

/// <summary>XLIFF 2.1: what is protected is <c>ph</c> or, around text, <c>pc</c>; the Markdown is its original data and its display.</summary>
internal sealed class Xliff2Writer
{
    public const string Namespace = "urn:oasis:names:tc:xliff:document:2.0";

    private readonly XmlWriter _xml;

    private Xliff2Writer(XmlWriter xml) => _xml = xml;

    public static void Write(TranslationExport export, Stream stream)
    {
        using var xml = XmlWriter.Create(stream, XliffSettings.ForWriting);
        new Xliff2Writer(xml).Write(export);
    }

    private void Write(TranslationExport export)
    {
        _xml.WriteStartDocument();
        _xml.WriteStartElement("xliff", Namespace);
        _xml.WriteAttributeString("version", "2.1");
        _xml.WriteAttributeString("srcLang", export.Source.Value);
        _xml.WriteAttributeString("trgLang", export.Target.Value);
        foreach (var article in export.Articles.Where(a => !a.Units.IsEmpty))
        {
            _xml.WriteStartElement("file", Namespace);
            _xml.WriteAttributeString("id", article.FileId);
            _xml.WriteAttributeString("original", XmlCharacters.Clean(article.Path));
            foreach (var unit in article.Units)
            {
                WriteUnit(article, unit);
            }

            _xml.WriteEndElement();
        }

        _xml.WriteEndElement();
        _xml.WriteEndDocument();
    }

    private void WriteUnit(ExportedArticle article, ExportedUnit unit)
    {
        _xml.WriteStartElement("unit", Namespace);
        _xml.WriteAttributeString("id", unit.Source.Id);
        _xml.WriteAttributeString("canResegment", "no");
        _xml.WriteAttributeString("xml", "space", null, "preserve");
        _xml.WriteStartElement("notes", Namespace);
        foreach (var (category, text) in UnitNotes.Of(article, unit))
        {
            _xml.WriteStartElement("note", Namespace);
            _xml.WriteAttributeString("category", category);
            _xml.WriteString(text);
            _xml.WriteEndElement();
        }

        _xml.WriteEndElement();
        var data = WriteOriginalData(unit);
        _xml.WriteStartElement("segment", Namespace);
        _xml.WriteAttributeString("state", unit.State.ToString().ToLowerInvariant());
        if (unit.IsStale)
        {
            _xml.WriteAttributeString("subState", "kb:stale");
        }

        WriteText("source", unit.Source.Text, data);
        if (unit.Target is { } target)
        {
            WriteText("target", target, data);
        }

        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    private Dictionary<string, string> WriteOriginalData(ExportedUnit unit)
    {
        var data = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var piece in unit.Source.Text.Pieces.Concat(unit.Target?.Pieces ?? []).Where(p => p.Kind != PieceKind.Text))
        {
            data.TryAdd(piece.Raw, "d" + (data.Count + 1).ToString(CultureInfo.InvariantCulture));
        }

        if (data.Count > 0)
        {
            _xml.WriteStartElement("originalData", Namespace);
            foreach (var (raw, id) in data)
            {
                _xml.WriteStartElement("data", Namespace);
                _xml.WriteAttributeString("id", id);
                _xml.WriteString(XmlCharacters.Clean(raw));
                _xml.WriteEndElement();
            }

            _xml.WriteEndElement();
        }

        return data;
    }

    private void WriteText(string name, UnitText text, Dictionary<string, string> data)
    {
        _xml.WriteStartElement(name, Namespace);
        XliffSettings.BeginText(_xml);
        var ends = text.Pieces.Where(p => p.Kind == PieceKind.End).ToDictionary(p => p.Id, StringComparer.Ordinal);
        foreach (var piece in text.Pieces)
        {
            switch (piece.Kind)
            {
                case PieceKind.Text:
                    _xml.WriteString(piece.Raw);
                    break;
                case PieceKind.End:
                    _xml.WriteEndElement();
                    break;
                case PieceKind.Start:
                    WriteStart(piece, ends[piece.Id], data);
                    break;
                default:
                    _xml.WriteStartElement("ph", Namespace);
                    WriteCode(piece);
                    _xml.WriteAttributeString("dataRef", data[piece.Raw]);
                    _xml.WriteAttributeString("equiv", XmlCharacters.ForAttribute(piece.Raw));
                    _xml.WriteAttributeString("disp", XmlCharacters.ForAttribute(piece.Raw));
                    _xml.WriteEndElement();
                    break;
            }
        }

        _xml.WriteEndElement();
    }

    private void WriteStart(InlinePiece start, InlinePiece end, Dictionary<string, string> data)
    {
        _xml.WriteStartElement("pc", Namespace);
        WriteCode(start);
        _xml.WriteAttributeString("dataRefStart", data[start.Raw]);
        _xml.WriteAttributeString("dataRefEnd", data[end.Raw]);
        _xml.WriteAttributeString("dispStart", XmlCharacters.ForAttribute(start.Raw));
        _xml.WriteAttributeString("dispEnd", XmlCharacters.ForAttribute(end.Raw));
    }

    private void WriteCode(InlinePiece piece)
    {
        var (type, subType) = TypeOf(piece.Protects!.Value);
        _xml.WriteAttributeString("id", piece.Id);
        _xml.WriteAttributeString("type", type);
        _xml.WriteAttributeString("subType", subType);
        if (piece.Protects != ProtectedKind.Escape)
        {
            _xml.WriteAttributeString("canCopy", "no");
            _xml.WriteAttributeString("canDelete", "no");
        }
    }

    private static (string Type, string SubType) TypeOf(ProtectedKind kind) => kind switch
    {
        ProtectedKind.Strong => ("fmt", "xlf:b"),
        ProtectedKind.Emphasis => ("fmt", "xlf:i"),
        ProtectedKind.Break => ("fmt", "xlf:lb"),
        ProtectedKind.Link => ("link", "kb:link"),
        ProtectedKind.Image => ("image", "kb:image"),
        ProtectedKind.Placeholder => ("other", "xlf:var"),
        _ => ("other", "kb:" + kind.ToString().ToLowerInvariant()),
    };
}
