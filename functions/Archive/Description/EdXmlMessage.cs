namespace Archive.Description;

/// <summary>What an edXML message says of the document it carries, in the archive's fields.</summary>
internal sealed class EdXmlMessage
{
    private const string BornDigital = "01";

    /// <summary>Which element, by its own name and its parent's, is which field.</summary>
    private static readonly (string Parent, string Name, string Field)[] Map =
    [
        ("code", "codenumber", Field.CodeNumber),
        ("code", "codenotation", Field.CodeNotation),
        ("promulgationinfo", "promulgationdate", Field.IssuedDate),
        ("promulgationinfo", "date", Field.IssuedDate),
        ("promulgationinfo", "place", Field.Place),
        ("promulgationinfo", "promulgator", Field.Place),
        ("documenttype", "typename", Field.TypeName),
        ("messageheader", "documenttype", Field.TypeName),
        ("messageheader", "subject", Field.Subject),
        ("from", "organname", Field.OrganName),
        ("from", "organizationincharge", Field.ParentOrganName),
        ("from", "organincharge", Field.ParentOrganName),
        ("signerinfo", "fullname", Field.SignerName),
        ("signerinfo", "signer", Field.SignerName),
        ("otherinfo", "priority", Field.Priority),
        ("otherinfo", "pageamount", Field.NumberOfPage),
        ("signerinfo", "competence", Competence),
        ("signerinfo", "position", Position),
        ("to", "organname", Field.Recipients),
    ];

    private const string Competence = "competence";
    private const string Position = "position";

    private readonly List<(string Field, string Value)> said = [];
    private bool traced;

    /// <summary>Whether the message had a header at all.</summary>
    public bool HasHeader { get; private set; }

    /// <summary>An element begins.</summary>
    public void Enter(string parent, string name)
    {
        HasHeader |= name == "messageheader";
        if (Map.Any(entry => entry.Parent == parent && entry.Name == name))
            said.Add((FieldOf(parent, name), ""));
    }

    /// <summary>An element's text; a parser may give it in pieces.</summary>
    public void Say(string parent, string name, string text)
    {
        if (!Map.Any(entry => entry.Parent == parent && entry.Name == name))
            return;
        var last = said.FindLastIndex(value => value.Field == FieldOf(parent, name));
        said[last] = (said[last].Field, said[last].Value + text);
    }

    /// <summary>A part was passed over; the journey's presence is itself a statement.</summary>
    public void Passed(string name) => traced |= name == "traceheaderlist";

    /// <summary>The statements. An exchanged message is born digital, and its trace list is its processing trail.</summary>
    public SidecarReading.Read Finish(string where)
    {
        var fields = new DepositorFields(where);
        foreach (var (field, value) in said.Where(value => value.Field is not (Competence or Position or Field.Recipients)))
            AddOne(fields, field, Wording.Tidy(value));

        fields.Add(Field.SignerPosition, string.Join(' ', Values(Competence).Concat(Values(Position))));
        fields.Add(Field.Recipients, string.Join("; ", Values(Field.Recipients).DistinctBy(Wording.Letters)));
        fields.Add(Field.ConfidenceLevel, BornDigital);
        fields.Add(Field.Process, traced ? "1" : "0");
        return fields.Finish(Field.DocId, Field.DocCode);
    }

    private static void AddOne(DepositorFields fields, string field, string value)
    {
        if (field == Field.TypeName && value.Length > 0 && value.All(char.IsAsciiDigit))
            fields.Refuse(field, value, "TypeName");
        else
            fields.Add(field, field == Field.IssuedDate ? value.Split(' ', 'T')[0] : value);
    }

    private static string FieldOf(string parent, string name) => Map.First(entry => entry.Parent == parent && entry.Name == name).Field;

    private IEnumerable<string> Values(string field) => said.Where(value => value.Field == field).Select(value => Wording.Tidy(value.Value)).Where(value => value.Length > 0);
}
