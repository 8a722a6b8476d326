using System.Net;
using BotCoach.Chat;
using BotCoach.Coaching;
using Microsoft.Extensions.DependencyInjection;

namespace BotCoach.Host.Tests;

/// <summary>Somebody with a browser: cookies of their own, and no script.</summary>
internal sealed class WebVisitor : IAsyncDisposable
{
    private readonly RunningHost _host;
    private readonly HttpClient _http;

    public WebVisitor(RunningHost host)
    {
        _host = host;
        _http = new HttpClient(new SocketsHttpHandler { UseProxy = false, ActivityHeadersPropagator = null, CookieContainer = Cookies }) { BaseAddress = host.Address };
    }

    public CookieContainer Cookies { get; } = new();

    /// <summary>What the coach would send to a person.</summary>
    public Uri Link(OneTimePage page, PersonAddress person) => _host.Services.GetRequiredService<IOneTimeLinks>().Make(page, person)!;

    /// <summary>Signs in as the button of a new link does.</summary>
    public async Task<WebReply> SignInAsync(OneTimePage page, PersonAddress person) => await PostAsync(Link(page, person).PathAndQuery);

    public async Task<WebReply> GetAsync(string path) => await SendAsync(HttpMethod.Get, path);

    public async Task<WebReply> PostAsync(string path) => await SendAsync(HttpMethod.Post, path);

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<WebReply> SendAsync(HttpMethod method, string path)
    {
        using var request = new HttpRequestMessage(method, path);
        using var response = await _http.SendAsync(request);
        var headers = response.Headers.Concat(response.Content.Headers)
            .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        return new WebReply(response.StatusCode, await response.Content.ReadAsStringAsync(), headers, response.RequestMessage!.RequestUri!.AbsolutePath);
    }
}

/// <summary>What was answered, after redirects.</summary>
internal sealed record WebReply(HttpStatusCode Status, string Text, IReadOnlyDictionary<string, string> Headers, string Path);
