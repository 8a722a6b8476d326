using System.Globalization;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using BotCoach.Chat;

namespace BotCoach.Host;

/// <summary>One line of the conversation as the browser shows it: a card, the visitor's words, or time that went by.</summary>
/// <param name="Id">Names it; a later one of the same id takes its place.</param>
/// <param name="From">Whose it is: <c>coach</c>, <c>you</c> or <c>time</c>.</param>
/// <param name="Time">When, as the visitor's clock shows it.</param>
/// <param name="Text">The words; null for a card.</param>
/// <param name="Card">The card; null for words.</param>
internal sealed record ScreenItem(string Id, string From, string Time, string? Text, ScreenCard? Card);

/// <summary>What the browser is told: what has changed, or everything when it has just come.</summary>
/// <param name="IsAll">Whether it is everything.</param>
/// <param name="Page">What stands around the conversation; null when that is as it was.</param>
/// <param name="Items">Lines that are new or have changed.</param>
/// <param name="Form">The form that is open; null for none.</param>
/// <param name="Clock">What the visitor's clock shows, and what comes next.</param>
/// <param name="Tour">What there is to try.</param>
internal sealed record ScreenNews(bool IsAll, ScreenPage? Page, IReadOnlyList<ScreenItem> Items, ScreenForm? Form, ScreenClock Clock, IReadOnlyList<TourStep> Tour);

/// <summary>What the visitor's clock shows.</summary>
/// <param name="Now">The present, in words.</param>
/// <param name="Next">What going on to it says; null when nothing is to come.</param>
internal sealed record ScreenClock(string Now, string? Next);

/// <summary>What a visitor sees, kept so that a page that is loaded again shows the same.</summary>
internal sealed class SandboxScreen(Language language)
{
    private readonly Lock _turn = new();
    private readonly List<ScreenItem> _items = [];
    private readonly Dictionary<string, string> _keys = new(StringComparer.Ordinal);
    private readonly HashSet<Channel<ScreenNews>> _watchers = [];
    private Language _language = language;
    private ChatForm? _form;
    private IReadOnlyList<FieldError> _errors = [];
    private ScreenClock _clock = new("", Next: null);
    private IReadOnlyList<TourStep> _tour = [];
    private int _count;

    /// <summary>Everything as it stands.</summary>
    public ScreenNews All
    {
        get
        {
            lock (_turn)
            {
                return News([.. _items], isAll: true);
            }
        }
    }

    /// <summary>The language of what stands around the conversation.</summary>
    public Language Language
    {
        get
        {
            lock (_turn)
            {
                return _language;
            }
        }
    }

    /// <summary>Goes on in another language.</summary>
    public void Speak(Language language)
    {
        lock (_turn)
        {
            if (language == _language)
            {
                return;
            }

            _language = language;
            foreach (var watcher in _watchers)
            {
                watcher.Writer.TryWrite(News([], isAll: false) with { Page = ScreenPage.Of(language) });
            }
        }
    }

    /// <summary>Adds a line.</summary>
    /// <param name="from">Whose it is.</param>
    /// <param name="time">When.</param>
    /// <param name="text">The words; null for a card.</param>
    /// <param name="card">The card; null for words.</param>
    /// <param name="key">The name under which it can be found; null for none.</param>
    /// <returns>Its id.</returns>
    public string Add(string from, string time, string? text, Card? card, string? key = null)
    {
        var shown = card is null ? null : ScreenCard.Of(card);
        lock (_turn)
        {
            var item = new ScreenItem(string.Create(CultureInfo.InvariantCulture, $"m{++_count}"), from, time, text, shown);
            _items.Add(item);
            if (key is not null)
            {
                _keys[key] = item.Id;
            }

            Tell(item);
            return item.Id;
        }
    }

    /// <summary>Turns a card into another where it stands.</summary>
    /// <returns>False when it is not there.</returns>
    public bool Change(string id, Card card)
    {
        var shown = ScreenCard.Of(card);
        lock (_turn)
        {
            var place = _items.FindIndex(item => item.Id == id && item.Card is not null);
            if (place < 0)
            {
                return false;
            }

            Tell(_items[place] = _items[place] with { Card = shown });
            return true;
        }
    }

    /// <summary>The line that was added under a key; null when there is none.</summary>
    public string? Find(string key)
    {
        lock (_turn)
        {
            return _keys.GetValueOrDefault(key);
        }
    }

    /// <summary>Puts a form over the conversation, or takes it away.</summary>
    /// <param name="form">The form; null for none.</param>
    public void Show(ChatForm? form)
    {
        lock (_turn)
        {
            (_form, _errors) = (form, []);
            Tell();
        }
    }

    /// <summary>Says what is wrong with the form that is open, and keeps what was typed.</summary>
    public void Refuse(FormTurn submitted, IReadOnlyList<FieldError> errors)
    {
        lock (_turn)
        {
            _form = _form is null ? null : _form with
            {
                Fields = [.. _form.Fields.Select(field => field with { Value = submitted.Values.GetValueOrDefault(field.Name, field.Value ?? "") })],
            };
            _errors = errors;
            Tell();
        }
    }

    /// <summary>Shows what the clock shows, and what there is to try.</summary>
    public void Show(ScreenClock clock, IReadOnlyList<TourStep> tour)
    {
        lock (_turn)
        {
            if (clock != _clock || !tour.SequenceEqual(_tour))
            {
                (_clock, _tour) = (clock, tour);
                Tell();
            }
        }
    }

    /// <summary>Everything as it stands, and then what changes, until whoever watches goes.</summary>
    /// <param name="quiet">After so long without a change there is a sign that all is well: null.</param>
    /// <param name="cancellationToken">Whoever watches goes.</param>
    public async IAsyncEnumerable<ScreenNews?> WatchAsync(TimeSpan quiet, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var watcher = Channel.CreateUnbounded<ScreenNews>();
        lock (_turn)
        {
            watcher.Writer.TryWrite(News([.. _items], isAll: true));
            _watchers.Add(watcher);
        }

        try
        {
            while (true)
            {
                var isThere = watcher.Reader.TryRead(out var news);
                if (!isThere)
                {
                    using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
                    patience.CancelAfter(quiet);
                    isThere = await IsThereAsync(watcher.Reader, patience.Token) && watcher.Reader.TryRead(out news);
                }

                cancellationToken.ThrowIfCancellationRequested();
                yield return isThere ? news : null;
            }
        }
        finally
        {
            lock (_turn)
            {
                _watchers.Remove(watcher);
            }
        }
    }

    private static async Task<bool> IsThereAsync(ChannelReader<ScreenNews> news, CancellationToken patience)
    {
        try
        {
            return await news.WaitToReadAsync(patience);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private ScreenNews News(IReadOnlyList<ScreenItem> items, bool isAll) =>
        new(isAll, isAll ? ScreenPage.Of(_language) : null, items, _form is null ? null : ScreenForm.Of(_form, _errors), _clock, _tour);

    private void Tell(params IReadOnlyList<ScreenItem> items)
    {
        foreach (var watcher in _watchers)
        {
            watcher.Writer.TryWrite(News(items, isAll: false));
        }
    }
}
