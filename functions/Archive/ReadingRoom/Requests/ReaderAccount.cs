using Archive.Records;

namespace Archive.ReadingRoom.Requests;

/// <summary>
/// A reader's account (TT 05/2025 Đ35): who asks for what. Personal data: shown to the reader and, with their requests, to archivists; in no log, index
/// or message.
/// </summary>
public sealed record ReaderAccount
{
    /// <summary>The reader (<see cref="RecordId.ForReader"/>).</summary>
    public required string Reader { get; init; }

    /// <summary>Full name.</summary>
    public required string FullName { get; init; }

    /// <summary>The number of the identity card or passport.</summary>
    public required string PersonalId { get; init; }

    /// <summary>Where to write to; an address or a telephone number there must be.</summary>
    public string? Email { get; init; }

    /// <summary>Where to call.</summary>
    public string? Phone { get; init; }

    /// <summary>Where the reader works.</summary>
    public string? Workplace { get; init; }

    /// <summary>A priority the reader claims, in their words.</summary>
    public string? PriorityStatus { get; init; }

    /// <summary>What else.</summary>
    public string? Note { get; init; }

    /// <summary>Grows by one with each change; what is saved names the one it was made from.</summary>
    public int Version { get; init; } = 1;

    /// <summary>As it is kept: letters composed, blanks around taken off, what is empty left out.</summary>
    public ReaderAccount Tidied() => this with
    {
        FullName = Tidy(FullName) ?? "",
        PersonalId = Tidy(PersonalId) ?? "",
        Email = Tidy(Email),
        Phone = Tidy(Phone),
        Workplace = Tidy(Workplace),
        PriorityStatus = Tidy(PriorityStatus),
        Note = Tidy(Note),
    };

    /// <summary>The names of the values at fault, in the order of the form; empty when there are none.</summary>
    public IReadOnlyList<string> Errors() =>
    [
        .. Wrong(FullName.Length is < 2 or > 200, "fullName"),
        .. Wrong(PersonalId.Length is < 6 or > 20 || !PersonalId.All(char.IsAsciiLetterOrDigit), "personalId"),
        .. Wrong(Email is { } email && !IsEmail(email), "email"),
        .. Wrong(Phone is { } phone && !IsPhone(phone), "phone"),
        .. Wrong(Email is null && Phone is null, "email"),
        .. Wrong(Workplace?.Length > 300, "workplace"),
        .. Wrong(PriorityStatus?.Length > 300, "priorityStatus"),
        .. Wrong(Note?.Length > 1000, "note"),
    ];

    private static bool IsEmail(string text) => text.Length <= 200 && text.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at < text.Length - 1 && text.LastIndexOf('@') == at && !text.Any(char.IsWhiteSpace);

    private static bool IsPhone(string text) => text.Length <= 30 && text.Count(char.IsAsciiDigit) is >= 8 and <= 15 && text.All(sign => char.IsAsciiDigit(sign) || sign is '+' or ' ' or '.' or '-' or '(' or ')');

    private static string? Tidy(string? text) => string.IsNullOrWhiteSpace(text) ? null : Vietnamese.Compose(text.Trim());

    private static string[] Wrong(bool wrong, string name) => wrong ? [name] : [];
}
