using System.Security.Cryptography;

namespace BotCoach.Host;

/// <summary>The worlds of those who visit, by the cookie that their browser has.</summary>
internal sealed class SandboxWorlds(IServiceProvider host) : IAsyncDisposable
{
    /// <summary>How many there are at most. Ours: a machine for trying things out has no more visitors, and each takes some megabytes.</summary>
    public const int Most = 12;

    private const string Cookie = "botcoach-sandbox";

    private readonly SemaphoreSlim _oneByOne = new(1);
    private readonly Lock _turn = new();

    // In the order in which they were last seen.
    private readonly List<(string Id, SandboxWorld World)> _worlds = [];

    /// <summary>The world that a request belongs to; null for none.</summary>
    public SandboxWorld? Find(HttpContext context)
    {
        if (context.Request.Cookies[Cookie] is not { } id)
        {
            return null;
        }

        lock (_turn)
        {
            var place = _worlds.FindIndex(known => known.Id == id);
            if (place < 0)
            {
                return null;
            }

            var found = _worlds[place];
            _worlds.RemoveAt(place);
            _worlds.Add(found);
            return found.World;
        }
    }

    /// <summary>Makes a world for whoever has none, and gives their browser its cookie.</summary>
    /// <param name="context">Their request.</param>
    /// <param name="zone">Their zone, as their browser says it.</param>
    /// <param name="locale">Their locale, as their browser says it.</param>
    public async Task OpenAsync(HttpContext context, string? zone, string? locale)
    {
        await _oneByOne.WaitAsync(context.RequestAborted);
        try
        {
            if (Find(context) is not null)
            {
                return;
            }

            var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
            var world = await SandboxWorld.OpenAsync(host, zone, locale);
            SandboxWorld? oldest = null;
            lock (_turn)
            {
                _worlds.Add((id, world));
                if (_worlds.Count > Most)
                {
                    oldest = _worlds[0].World;
                    _worlds.RemoveAt(0);
                }
            }

            context.Response.Cookies.Append(Cookie, id, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/", IsEssential = true });
            if (oldest is not null)
            {
                await oldest.DisposeAsync();
            }
        }
        finally
        {
            _oneByOne.Release();
        }
    }

    /// <summary>Ends the world that a request belongs to: the next visit begins anew.</summary>
    public async Task EndAsync(HttpContext context)
    {
        if (Find(context) is not { } world)
        {
            return;
        }

        lock (_turn)
        {
            _worlds.RemoveAll(known => known.World == world);
        }

        context.Response.Cookies.Delete(Cookie, new CookieOptions { Path = "/" });
        await world.DisposeAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var (_, world) in _worlds)
        {
            await world.DisposeAsync();
        }

        _worlds.Clear();
        _oneByOne.Dispose();
    }
}
