using Archive.Description;
using Archive.Records;
using Archive.Transfer;

namespace Archive.Accession;

/// <summary>A depositor's later word on a record that is held: a sidecar after its document, or with a second upload of the same bytes.</summary>
public static class Restatement
{
    /// <summary>
    /// The record's next version, to be described anew; or null when the statement says nothing new. A late secret marking cannot undo the
    /// admission, so the record is withheld from everyone at once, and stays so: a later word cannot make public what an administrator is to remove.
    /// </summary>
    /// <param name="held">The record as it stands.</param>
    /// <param name="statement">What is said of it now.</param>
    /// <param name="from">The blobs it came with, the one that says it first: they stay in the inbox until the record is described anew.</param>
    /// <param name="now">The time, UTC.</param>
    public static (ArchiveRecord Next, IReadOnlyList<JournalEvent> Journal)? Apply(ArchiveRecord held, SidecarReading.Read statement, IReadOnlyList<InboxBlob> from, DateTimeOffset now)
    {
        var others = held.Description.SaidBesides(StatementSource.Depositor);
        var known = held.Description.Statements.Where(said => said.Source == StatementSource.Depositor);
        if (known.ToHashSet().SetEquals(statement.Statements))
            return null;

        var secret = Admission.SaysSecret(statement.Statements);
        var next = held with
        {
            Version = held.Version + 1,
            Status = secret || held.Status == RecordStatus.Withheld ? RecordStatus.Withheld : RecordStatus.Admitted,
            Origins = [.. held.Origins.Union(from)],
            Description = new RecordDescription([.. statement.Statements, .. others]),
            Findings = [.. held.Findings.Where(NotOfSidecar), .. statement.Findings, .. secret && held.Status != RecordStatus.Withheld ? [Finding.Of(FindingCodes.FoundSecret, Field.Mode, "03")] : Array.Empty<Finding>()],
        };
        return (next, [new JournalEvent(EventTypes.MetadataModification, now, held.Agency.Value, Admission.Agent, EventOutcome.Success, $"source={from[0].Name}; fields={string.Join(',', statement.Statements.Select(said => said.Field))}")]);
    }

    /// <summary>
    /// The next version of a record that a package names in another dossier than its own: it belongs to that one too, and what is said of it stays what its
    /// own dossier says. But of two access levels the stricter binds, and of two retentions the longer (Law 33/2024, art. 15); where they differ, a person is
    /// told. A record that is handed over, or about to be, changes in nothing but that. Null where the statement names no other dossier, or one it is in already.
    /// </summary>
    /// <param name="held">The record as it stands.</param>
    /// <param name="statement">What the package says of it.</param>
    /// <param name="from">The document's blob in the inbox.</param>
    /// <param name="now">The time, UTC.</param>
    public static (ArchiveRecord Next, IReadOnlyList<JournalEvent> Journal)? Join(ArchiveRecord held, SidecarReading.Read statement, InboxBlob from, DateTimeOffset now)
    {
        if (OtherDossier(held, statement) is not { } code || held.AlsoIn.Contains(code, StringComparer.Ordinal) || held.AlsoIn.Count == ArchiveRecord.MostOtherDossiers)
            return null;

        var differing = statement.Statements
            .Where(said => said.Field is Field.Mode or Field.Maintenance && said.Value != held.Description.Said(said.Field, StatementSource.Depositor)?.Value).ToList();
        var binding = IsHandedOver(held) ? [] : differing.Where(said => Binds(said, held.Description.Said(said.Field, StatementSource.Depositor)?.Value)).ToList();
        var next = held with
        {
            Version = held.Version + 1,
            Status = binding.Count > 0 && held.Status == RecordStatus.Described ? RecordStatus.Admitted : held.Status,
            Origins = [.. held.Origins.Append(from).Distinct()],
            AlsoIn = [.. held.AlsoIn, code],
            Description = new RecordDescription([.. held.Description.Statements.Where(said => said.Source != StatementSource.Depositor || binding.All(one => one.Field != said.Field)), .. binding]),
            Findings = [.. held.Findings, .. differing.Select(said => Finding.Of(FindingCodes.OtherDossierDiffers, said.Field, code, said.Value))],
        };
        var detail = $"source={from.Name}; dossier={code}; fields={string.Join(',', binding.Select(said => said.Field))}";
        return (next, [new JournalEvent(EventTypes.MetadataModification, now, held.Agency.Value, Admission.Agent, EventOutcome.Success, detail)]);
    }

    /// <summary>Codes of retention grow as it gets shorter; 07 is any other, which a person compares. Without a word of its own a record is conditional.</summary>
    private static bool Binds(Statement said, string? own) => said.Field == Field.Mode
        ? string.CompareOrdinal(said.Value, own ?? "02") > 0
        : string.CompareOrdinal(said.Value, "06") <= 0 && (own is null || string.CompareOrdinal(said.Value, own) < 0) && own != "07";

    private static bool IsHandedOver(ArchiveRecord held) => held.Custody == Custody.Historical || held.Transfer is { State: ClockState.Transferring };

    /// <summary>The dossier a statement names, where the record's depositor has named another one before; else null.</summary>
    public static string? OtherDossier(ArchiveRecord held, SidecarReading.Read statement) =>
        statement.Statements.FirstOrDefault(said => said.Field == Field.FileCode)?.Value is { } code
        && held.Description.Said(Field.FileCode, StatementSource.Depositor)?.Value is { } own && own != code
            ? code
            : null;

    /// <summary>
    /// Why a statement changes nothing, or null when it does: the agency has handed the record over, whose description is now the historical
    /// archive's, or the statement declares another size or digest than the record's content has. One that marks the document secret is heard in any
    /// case, as withholding too much harms less.
    /// </summary>
    public static Finding? Objection(ArchiveRecord held, SidecarReading.Read statement, string where)
    {
        if (Admission.SaysSecret(statement.Statements))
            return null;
        if (IsHandedOver(held))
            return Finding.Of(FindingCodes.HandedOver, where);
        if (statement.DeclaredSize is { } size && size != held.Content.Size)
            return Finding.Of(FindingCodes.FixityMismatch, where, $"{size}", $"{held.Content.Size}");
        return statement.DeclaredDigest is { } digest && digest != held.Content.Digest
            ? Finding.Of(FindingCodes.FixityMismatch, where, digest.Value, held.Content.Digest.Value)
            : null;
    }

    /// <summary>
    /// The next version of a record whose bytes came again and were refused as secret: withheld from everyone, like a record marked so later.
    /// Null when it is withheld already. What came with them is kept no more than they are.
    /// </summary>
    /// <param name="held">The record as it stands.</param>
    /// <param name="marking">The finding that the bytes are marked secret.</param>
    /// <param name="from">The refused blobs: they stay in the inbox until the withholding is announced.</param>
    /// <param name="now">The time, UTC.</param>
    public static (ArchiveRecord Next, IReadOnlyList<JournalEvent> Journal)? Withhold(ArchiveRecord held, Finding marking, IReadOnlyList<InboxBlob> from, DateTimeOffset now)
    {
        if (held.Status == RecordStatus.Withheld)
            return null;

        var next = held with
        {
            Version = held.Version + 1,
            Status = RecordStatus.Withheld,
            Origins = [.. held.Origins.Union(from)],
            Findings = [.. held.Findings, Finding.Of(FindingCodes.FoundSecret, marking.Where, [.. marking.Values])],
        };
        return (next, [new JournalEvent(EventTypes.MetadataModification, now, held.Agency.Value, Admission.Agent, EventOutcome.Success, $"source={from[0].Name}; status=withheld")]);
    }

    private static bool NotOfSidecar(Finding finding) => !finding.Code.StartsWith("S-", StringComparison.Ordinal);
}
