using Archive.Records;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace ArchiveFunctions.ReadingRoom.Pages;

/// <summary>
/// Words that are not the page's own but a record's, an agency's or a person's. Where they are Vietnamese they say so, whatever the language of the
/// page, so that a screen reader speaks them as what they are (WCAG 3.1.2).
/// </summary>
public sealed class Quoted : ComponentBase
{
    /// <summary>The words.</summary>
    [Parameter, EditorRequired]
    public string? Text { get; set; }

    /// <summary>A sentence of the page that has them in it; null where they stand alone.</summary>
    [Parameter]
    public string? In { get; set; }

    /// <summary>The language of quoted words, for elements that hold nothing else; null where they do not show one.</summary>
    public static string? LanguageOf(string? words) => words is not null && Vietnamese.IsIn(words) ? "vi" : null;

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        var text = Text ?? "";
        var at = In?.IndexOf(text, StringComparison.Ordinal) ?? 0;
        if (LanguageOf(text) is not { } language || at < 0)
        {
            builder.AddContent(0, In ?? text);
            return;
        }

        builder.AddContent(1, In?[..at]);
        builder.OpenElement(2, "span");
        builder.AddAttribute(3, "lang", language);
        builder.AddContent(4, text);
        builder.CloseElement();
        builder.AddContent(5, In?[(at + text.Length)..]);
    }
}
