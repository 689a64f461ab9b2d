using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Archive.Description;
using Archive.ReadingRoom;
using Archive.Records;
using Archive.Transfer;

namespace ArchiveFunctions.Tests.ReadingRoom.Leaks;

/// <summary>How far a generated record is open, before any policy.</summary>
public enum Kind
{
    Public,
    Conditional,
    Unclassed,
    NotDescribed,
    Withheld,
    Secret,
}

/// <summary>What is generated of a record.</summary>
public sealed record Draft(int Agency, Kind Kind, int Year, string Type, bool Undetermined);

/// <summary>A record whose every value holds a word of its own, found nowhere else.</summary>
public sealed class Marked
{
    /// <summary>A word in every title, and one in every text.</summary>
    public const string InTitles = "tieudechung";
    public const string InTexts = "noidungchung";

    private static int made;
    private readonly int number = Interlocked.Increment(ref made);

    public Marked(Draft draft, AgencyCode agency)
    {
        (Draft, Agency) = (draft, agency);
        Bytes = Encoding.UTF8.GetBytes($"{Word("text")} {InTexts}");
        var digest = Sha256Digest.Of(SHA256.HashData(Bytes));
        Id = RecordId.ForContent(agency, digest);
        Record = Write(digest);
    }

    public Draft Draft { get; }

    public AgencyCode Agency { get; }

    public RecordId Id { get; }

    public byte[] Bytes { get; }

    public ArchiveRecord Record { get; }

    public string Text => Encoding.UTF8.GetString(Bytes);

    public string Issuer => $"Cơ quan {Word("issuer")}";

    public IReadOnlyList<string> Described => [Word("title"), Number, Word("notation").ToUpperInvariant(), Word("issuer"), Word("dossier"), Word("signer"), Word("file"), Word("typed")];

    public IReadOnlyList<string> Closed => [Word("text"), Record.Content.Digest.Value, Word("hold"), Word("journal"), Word("unread")];

    /// <summary>Every word that may not show to who sees so much of it. The id is one where there is nothing to see.</summary>
    public IEnumerable<string> HiddenAt(Sight sight, bool own) => sight switch
    {
        Sight.Whole => own ? [] : [Word("hold")],
        Sight.Described => Closed,
        Sight.Stub => [.. Described, .. Closed, string.Create(CultureInfo.InvariantCulture, $"{Draft.Year}-03")],
        _ => [.. Described, .. Closed, Id.Value],
    };

    /// <summary>Eleven digits: no digest and no time is likely to hold them.</summary>
    public string Number => string.Create(CultureInfo.InvariantCulture, $"987{number:D8}");

    public string Word(string slot) => "zq" + slot + string.Concat(number.ToString("D5", CultureInfo.InvariantCulture).Select(digit => (char)('a' + digit - '0')));

    public IReadOnlyList<JournalEvent> Journal =>
    [
        new(EventTypes.Capture, Moment, "depositor", "archive", EventOutcome.Success, $"{Word("file")} {Word("journal")} {Record.Content.Digest}"),
        new(EventTypes.PolicyAssignment, Moment, Agency.Value, "archive", EventOutcome.Success, Word("hold")),
    ];

    private static DateTimeOffset Moment { get; } = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

    private ArchiveRecord Write(Sha256Digest digest)
    {
        var mode = Draft.Kind switch { Kind.Public => "01", Kind.Unclassed => null, Kind.Secret => "03", _ => "02" };
        (string Field, string? Value)[] said =
        [
            (Field.Subject, $"{Word("title")} {InTitles}"), (Field.CodeNumber, Number), (Field.CodeNotation, Word("notation").ToUpperInvariant()), (Field.OrganName, Issuer), (Field.FileCode, Word("dossier")),
            (Field.SignerName, Word("signer")), (Field.TypeName, Draft.Type.Length > 0 ? Draft.Type : Word("typed")), (Field.IssuedDate, $"15/03/{Draft.Year}"), (Field.Mode, mode),
        ];
        return new ArchiveRecord
        {
            Id = Id,
            Agency = Agency,
            Version = 1,
            Status = Draft.Kind switch { Kind.NotDescribed => RecordStatus.Admitted, Kind.Withheld => RecordStatus.Withheld, _ => RecordStatus.Described },
            Custody = Custody.Agency,
            Content = new Content(1, digest, Bytes.Length, new FormatIdentity("x-fmt/111", "Plain text", "text/plain", FormatFamily.Text), $"{Word("file")}.txt"),
            ReceivedAt = Moment,
            AdmittedAt = Moment.AddMinutes(number),
            Origins = [],
            Description = new RecordDescription(
            [
                .. said.Where(one => one.Value is not null).Select(one => new Statement(one.Field, one.Value!, StatementSource.Depositor, 1, "sidecar")),
                new Statement(Field.Place, Word("unread"), StatementSource.Document, 0.3, "page 1"),
            ]),
            Findings = [Finding.Of(FindingCodes.NoText, Word("journal"))],
            Hold = Word("hold"),
            Transfer = Draft.Undetermined ? new TransferClock { State = ClockState.Undetermined, Policy = "hn-67-2021" } : null,
        };
    }
}
