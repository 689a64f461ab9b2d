using System.Globalization;
using Archive.Catalogue;
using Archive.Records;

namespace Archive.ReadingRoom.Audit;

/// <summary>
/// One line of the audit: who set about what, when, and by what right. It is written before the act takes effect, so that no act goes without;
/// what came of it stands with what it was about. Addresses of machines are not in it: behind an office's gateway they name nobody, and where they
/// do they are personal data (Law 91/2025/QH15) that nobody needs beside the token's subject.
/// </summary>
/// <param name="At">When.</param>
/// <param name="Act">What was set about.</param>
/// <param name="Subject">The token's subject.</param>
/// <param name="Name">The name the token gave, for people who read the audit.</param>
/// <param name="Roles">The roles the caller held then.</param>
/// <param name="Agency">The agency the caller worked for then.</param>
/// <param name="About">What it was about: a record, an agency, a request, a policy, by its id.</param>
/// <param name="Detail">What else matters, such as the words that were searched.</param>
public sealed record AuditEntry(DateTimeOffset At, AuditAct Act, string Subject, string Name, IReadOnlyList<Role> Roles, AgencyCode? Agency, string About, string Detail)
{
    /// <summary>Letters of a text that are kept.</summary>
    public const int Longest = 1000;

    /// <summary>Whether the act was let through.</summary>
    public AuditOutcome Outcome => Act == AuditAct.WasRefused ? AuditOutcome.Refused : AuditOutcome.Allowed;

    /// <summary>The day it stands under, Asia/Ho_Chi_Minh.</summary>
    public DateOnly Day => DateOnly.FromDateTime(VietnamTime.At(At).DateTime);

    /// <summary>An entry, with every text made fit to be kept and shown.</summary>
    public static AuditEntry Of(AuditAct act, Caller caller, string about, string? detail, DateTimeOffset at) =>
        new(at, act, Clean(caller.Subject), Clean(caller.Name ?? ""), [.. caller.Roles.Order()], caller.Agency, Clean(about), Clean(detail ?? ""));

    /// <summary>
    /// A text as it is kept: composed (NFC), in one line, without letters that hide or turn others, and not longer than anybody types. What a caller
    /// writes can therefore neither begin a line of its own nor look like what it is not.
    /// </summary>
    public static string Clean(string text)
    {
        var line = string.Concat(Vietnamese.Compose(text).Select(letter => IsSeen(letter) ? letter : ' ')).Trim();
        return line.Length <= Longest ? line : $"{line[..(char.IsHighSurrogate(line[Longest - 2]) ? Longest - 2 : Longest - 1)]}…";
    }

    private static bool IsSeen(char letter) => CharUnicodeInfo.GetUnicodeCategory(letter) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
