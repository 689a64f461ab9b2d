namespace Browser.Tests.Browsing;

/// <summary>What the archive is looked at with.</summary>
internal sealed record Device(int Width, int Height)
{
    /// <summary>A screen on a desk.</summary>
    public static readonly Device Desk = new(1280, 800);

    /// <summary>The smallest phone (WCAG 1.4.10), and what a desk's screen shows at 400 %.</summary>
    public static readonly Device Phone = new(320, 640) { HasTouch = true };

    /// <summary>A screen on a desk at 400 %.</summary>
    public static readonly Device FourTimesLarger = new(320, 200) { Scale = 4 };

    public bool HasTouch { get; init; }

    public float Scale { get; init; } = 1;

    public bool IsDark { get; init; }
}
