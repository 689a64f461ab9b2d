using Archive.Catalogue;
using Archive.Records;

namespace Archive.ReadingRoom.Requests;

/// <summary>What becomes of a form a reader sends.</summary>
public abstract record Asking
{
    private Asking()
    {
    }

    /// <summary>It is a request.</summary>
    public sealed record Asked(CopyRequest Request) : Asking;

    /// <summary>Values are at fault.</summary>
    /// <param name="Errors">Their names, at least one.</param>
    public sealed record Refused(IReadOnlyList<string> Errors) : Asking;

    /// <summary>The reader has no account yet (Đ32: use begins with one).</summary>
    public sealed record AccountMissing : Asking;

    /// <summary>It names a record that does not exist, or that this reader may not know of: nobody is told which of the two.</summary>
    public sealed record RecordUnknown : Asking;

    /// <summary>Decides.</summary>
    /// <param name="form">The form, tidied.</param>
    /// <param name="account">The reader's account; null where there is none.</param>
    /// <param name="records">Each record named, as this reader may see it; null for one they may not.</param>
    /// <param name="rules">Terms and calendar.</param>
    /// <param name="now">UTC.</param>
    public static Asking Judge(RequestForm form, ReaderAccount? account, IReadOnlyList<ArchiveRecord?> records, RequestRules rules, DateTimeOffset now)
    {
        if (account is null)
            return new AccountMissing();
        if (form.Errors() is { Count: > 0 } errors)
            return new Refused(errors);
        return records.Contains(null) ? new RecordUnknown() : new Asked(Made(form, account, RequestedRecords.Of(records), rules, now));
    }

    /// <summary>Whether a request that is held is what a form asks for: the same sent twice, and not another under the same key.</summary>
    public static bool IsSame(CopyRequest held, CopyRequest asked) =>
        held.RecordIds.SequenceEqual(asked.RecordIds)
        && (held.Product, held.Purpose, held.PurposeContent, held.ResearchTopic, held.FeeObjectType, held.Description, held.Copies)
            == (asked.Product, asked.Purpose, asked.PurposeContent, asked.ResearchTopic, asked.FeeObjectType, asked.Description, asked.Copies);

    private static CopyRequest Made(RequestForm form, ReaderAccount account, RequestedRecords records, RequestRules rules, DateTimeOffset now)
    {
        var term = rules.PolicyOn(DateOnly.FromDateTime(VietnamTime.At(now).DateTime)).AnswerTo(form.Product!.Value, records.HaveConditions);
        return new CopyRequest
        {
            Id = RecordId.ForRequest(account.Reader, form.Key!),
            Reader = account.Reader,
            ReaderName = account.FullName,
            PersonalId = account.PersonalId,
            RecordIds = form.RecordIds,
            Product = form.Product.Value,
            Purpose = form.Purpose!,
            PurposeContent = form.PurposeContent!,
            ResearchTopic = form.ResearchTopic ?? "",
            FeeObjectType = form.FeeObjectType,
            Description = form.Description ?? "",
            Copies = form.Copies!.Value,
            Status = RequestStatus.Submitted,
            AskedAt = now,
            AnswerDays = term.Days,
            AnswerDue = WorkingDays.Due(now, term.Days, rules.Calendar).Known,
        };
    }
}
