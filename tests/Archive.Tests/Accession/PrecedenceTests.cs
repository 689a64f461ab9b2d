using Archive.Accession;
using Archive.Description;
using Archive.Records;

namespace Archive.Tests.Accession;

public sealed class PrecedenceTests
{
    private static readonly Stated Json = Said("a.pdf.metadata.json", "sidecar", "01");
    private static readonly Stated Message = Said("a.pdf.edxml", "edxml", "01");
    private static readonly Stated Slot = Json with { Source = new DepositorStatement([1], Blob: null) };

    [Fact]
    public void The_fields_of_TT_05_stand_before_an_edXML_message_in_either_order()
    {
        Assert.True(Precedence.Replaces(Json, Message));
        Assert.False(Precedence.Replaces(Message, Json));
        Assert.False(Precedence.Replaces(Message, Slot));
        Assert.True(Precedence.Yields((SidecarReading.Read)Message.Reading, Record(Json)));
        Assert.False(Precedence.Yields((SidecarReading.Read)Json.Reading, Record(Message)));
        Assert.False(Precedence.Yields((SidecarReading.Read)Message.Reading, Record(Message)));
        Assert.False(Precedence.Yields((SidecarReading.Read)Json.Reading, Record(Json)));
    }

    [Fact]
    public void Of_two_of_one_kind_the_first_stands_but_a_description_replaces_itself_and_what_came_with_the_slot()
    {
        Assert.False(Precedence.Replaces(Said("a.pdf.METADATA.JSON", "sidecar", "01"), Json));
        Assert.False(Precedence.Replaces(Said("a.pdf.metadata.xml", "edxml", "01"), Message));
        Assert.True(Precedence.Replaces(Message, Message));
        Assert.True(Precedence.Replaces(Json, Slot));
    }

    [Fact]
    public void Whatever_marks_the_document_secret_stands()
    {
        var secret = Said("a.pdf.edxml", "edxml", "03");
        Assert.True(Precedence.Replaces(secret, Json));
        Assert.False(Precedence.Replaces(Json, secret));
        Assert.False(Precedence.Yields((SidecarReading.Read)secret.Reading, Record(Json)));
    }

    private static Stated Said(string name, string where, string mode) => new(
        new DepositorStatement([1], new InboxBlob($"H26.01/{name}", "\"1\"")),
        new SidecarReading.Read([new Statement(Field.Mode, mode, StatementSource.Depositor, 1, where)], [], null, null));

    private static ArchiveRecord Record(Stated said) =>
        ((Verdict.Admitted)Admission.Judge(Facts.Upload() with { Statement = said }, new AdmissionPolicy(), Facts.Now)).Record;
}
