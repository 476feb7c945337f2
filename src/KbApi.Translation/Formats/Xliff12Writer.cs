using System.Xml;
using KbApi.Translation.Export;
using KbApi.Translation.Units;

namespace KbApi.Translation.Formats;

/// <summary>XLIFF 1.2: what is protected is <c>ph</c> or, around text, <c>bpt</c> and <c>ept</c>, with the Markdown in them.</summary>
internal sealed class Xliff12Writer
{
    public const string Namespace = "urn:oasis:names:tc:xliff:document:1.2";

    private readonly XmlWriter _xml;

    private Xliff12Writer(XmlWriter xml) => _xml = xml;

    public static void Write(TranslationExport export, Stream stream)
    {
        using var xml = XmlWriter.Create(stream, XliffSettings.ForWriting);
        new Xliff12Writer(xml).Write(export);
    }

    private void Write(TranslationExport export)
    {
        _xml.WriteStartDocument();
        _xml.WriteStartElement("xliff", Namespace);
        _xml.WriteAttributeString("version", "1.2");
        foreach (var article in export.Articles.Where(a => !a.Units.IsEmpty))
        {
            _xml.WriteStartElement("file", Namespace);
            _xml.WriteAttributeString("original", article.Id);
            _xml.WriteAttributeString("source-language", export.Source.Value);
            _xml.WriteAttributeString("target-language", export.Target.Value);
            _xml.WriteAttributeString("datatype", "x-markdown");
            _xml.WriteStartElement("body", Namespace);
            foreach (var unit in article.Units)
            {
                WriteUnit(article, unit);
            }

            _xml.WriteEndElement();
            _xml.WriteEndElement();
        }

        _xml.WriteEndElement();
        _xml.WriteEndDocument();
    }

    private void WriteUnit(ExportedArticle article, ExportedUnit unit)
    {
        _xml.WriteStartElement("trans-unit", Namespace);
        _xml.WriteAttributeString("id", unit.Source.Id);
        _xml.WriteAttributeString("xml", "space", null, "preserve");
        if (unit.State >= UnitState.Reviewed)
        {
            _xml.WriteAttributeString("approved", "yes");
        }

        WriteText("source", unit.Source.Text, state: null);
        if (unit.Target is { } target)
        {
            WriteText("target", target, StateOf(unit));
        }

        foreach (var (category, text) in UnitNotes.Of(article, unit))
        {
            _xml.WriteStartElement("note", Namespace);
            _xml.WriteAttributeString("from", category);
            _xml.WriteString(text);
            _xml.WriteEndElement();
        }

        _xml.WriteEndElement();
    }

    private static string StateOf(ExportedUnit unit) => unit.State switch
    {
        _ when unit.IsStale => "needs-review-translation",
        UnitState.Translated => "translated",
        UnitState.Reviewed => "signed-off",
        UnitState.Final => "final",
        _ => "needs-translation",
    };

    private void WriteText(string name, UnitText text, string? state)
    {
        _xml.WriteStartElement(name, Namespace);
        if (state is not null)
        {
            _xml.WriteAttributeString("state", state);
        }

        XliffSettings.BeginText(_xml);
        foreach (var piece in text.Pieces)
        {
            if (piece.Kind == PieceKind.Text)
            {
                _xml.WriteString(piece.Raw);
                continue;
            }

            _xml.WriteStartElement(piece.Kind switch { PieceKind.Start => "bpt", PieceKind.End => "ept", _ => "ph" }, Namespace);
            _xml.WriteAttributeString("id", piece.Id);
            if (piece.Kind != PieceKind.End)
            {
                _xml.WriteAttributeString("ctype", TypeOf(piece.Protects!.Value));
            }

            _xml.WriteString(XmlCharacters.OneLine(piece.Raw));
            _xml.WriteEndElement();
        }

        _xml.WriteEndElement();
    }

    private static string TypeOf(ProtectedKind kind) => kind switch
    {
        ProtectedKind.Strong => "bold",
        ProtectedKind.Emphasis => "italic",
        ProtectedKind.Link => "link",
        ProtectedKind.Break => "lb",
        _ => "x-kb-" + kind.ToString().ToLowerInvariant(),
    };
}
