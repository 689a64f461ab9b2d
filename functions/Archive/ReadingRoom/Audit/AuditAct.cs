using System.Text.Json;

namespace Archive.ReadingRoom.Audit;

/// <summary>What somebody did that is answered for later. Written as a code, which never changes its meaning; new ones are added.</summary>
public enum AuditAct
{
    /// <summary>Began a session with a browser.</summary>
    SignedIn,

    /// <summary>Searched, and restricted records were among what was found or counted.</summary>
    SearchedRestricted,

    /// <summary>Read what is said of a restricted record, or its history.</summary>
    ReadRestricted,

    /// <summary>Opened the content of a restricted record.</summary>
    OpenedRestricted,

    /// <summary>Took a list of records along.</summary>
    Exported,

    /// <summary>Asked for a copy, or to read what is restricted.</summary>
    Asked,

    /// <summary>Took back what was asked.</summary>
    Withdrew,

    /// <summary>Approved what was asked.</summary>
    Approved,

    /// <summary>Declined what was asked.</summary>
    Declined,

    /// <summary>Took back what had been approved.</summary>
    Revoked,

    /// <summary>Paid, or recorded a payment.</summary>
    Paid,

    /// <summary>Delivered a copy, or took one that was delivered.</summary>
    Delivered,

    /// <summary>Corrected what is said of a record.</summary>
    Corrected,

    /// <summary>Handed records over before their time.</summary>
    HandedOver,

    /// <summary>Accepted a consignment into the historical archive.</summary>
    AcceptedTransfer,

    /// <summary>Returned a consignment to its agency.</summary>
    ReturnedTransfer,

    /// <summary>Asked that the agency's own copies of a consignment be destroyed.</summary>
    AskedRelease,

    /// <summary>Proposed that a record stay with its agency longer, or for good.</summary>
    ProposedExemption,

    /// <summary>Confirmed it, as the second person.</summary>
    ConfirmedExemption,

    /// <summary>Proposed that an exemption end.</summary>
    ProposedRevocation,

    /// <summary>Confirmed that, as the second person.</summary>
    ConfirmedRevocation,

    /// <summary>Ordered that a record be neither moved nor destroyed.</summary>
    OrderedHold,

    /// <summary>Lifted such an order.</summary>
    LiftedHold,

    /// <summary>Added a policy, of transfers or of what an agency discloses.</summary>
    AddedPolicy,

    /// <summary>Registered an agency, or changed what it is called.</summary>
    RegisteredAgency,

    /// <summary>Had the index made again.</summary>
    RebuiltCatalogue,

    /// <summary>Looked at this audit, or took part of it along.</summary>
    LookedAtAudit,

    /// <summary>Registered as a reader, or changed what their own account says.</summary>
    SavedAccount,

    /// <summary>Looked at personal data of a reader, as an archivist.</summary>
    ReadAccount,

    /// <summary>Tried what they may not do, or asked for what is not there for them, and was refused; the only act that was not let through.</summary>
    WasRefused,
}

/// <summary>The codes of the acts.</summary>
public static class AuditActs
{
    private static readonly Dictionary<string, AuditAct> ByCode = Enum.GetValues<AuditAct>().ToDictionary(Code, StringComparer.Ordinal);

    /// <summary>Every act, in the order above.</summary>
    public static IReadOnlyList<AuditAct> All { get; } = Enum.GetValues<AuditAct>();

    /// <summary>The code an act is stored and asked for by: <c>opened-restricted</c>.</summary>
    public static string Code(this AuditAct act) => JsonNamingPolicy.KebabCaseLower.ConvertName(act.ToString());

    /// <summary>The act of a code; null for a code of none.</summary>
    public static AuditAct? Find(string? code) => code is not null && ByCode.TryGetValue(code, out var act) ? act : null;
}
