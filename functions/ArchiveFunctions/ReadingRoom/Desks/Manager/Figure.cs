namespace ArchiveFunctions.ReadingRoom.Desks.Manager;

/// <summary>A figure of the board: the same for the page, its chart and the file.</summary>
/// <param name="Id">Its name in addresses.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Source">Where its numbers come from and as of when, in words.</param>
/// <param name="Columns">What its columns are called; the first is that of the labels.</param>
/// <param name="Rows">Its rows.</param>
public sealed record Figure(string Id, string Title, string Source, IReadOnlyList<string> Columns, IReadOnlyList<FigureRow> Rows);

/// <summary>A row of a figure.</summary>
/// <param name="Label">What it is about.</param>
/// <param name="Link">The list behind it; null where there is none.</param>
/// <param name="Values">Its numbers, as they are written.</param>
/// <param name="Bar">How long its bar is, in the chart's own unit.</param>
public sealed record FigureRow(string Label, string? Link, IReadOnlyList<string> Values, double Bar);

/// <summary>What the board shows.</summary>
/// <param name="Figures">Its figures.</param>
public sealed record BoardView(IReadOnlyList<Figure> Figures);
