namespace Browser.Tests.Browsing;

/// <summary>Who sits at the browser.</summary>
/// <param name="Name">What the archive calls them; null for somebody who has not signed in.</param>
/// <param name="Role">Their role.</param>
/// <param name="Agency">The agency an officer is of.</param>
public sealed record Guest(string? Name, string Role, string? Agency)
{
    public static readonly Guest Nobody = new(null, "", null);
    public static readonly Guest Reader = new("Trần Minh Đức", "reader", null);
    public static readonly Guest Officer = new("Nguyễn Thị Hoa", "officer", "H26.02");
    public static readonly Guest Archivist = new("Lê Thu Hà", "archivist", null);
    public static readonly Guest Manager = new("Phạm Quốc Huy", "manager", null);
    public static readonly Guest Administrator = new("Vũ Thanh Tùng", "administrator", null);

    /// <inheritdoc/>
    public override string ToString() => Name is null ? "nobody" : Role;
}
