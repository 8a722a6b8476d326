using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace BotCoach.Testing;

/// <summary>A program that a test started. What it writes is kept, and it ends with the test, however the test ends.</summary>
public sealed class ChildProcess : IAsyncDisposable
{
    private static readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromSeconds(5) };

    private readonly string _name;
    private readonly Process _process;
    private readonly Process _leash;
    private readonly StringBuilder _output = new();
    private readonly Lock _writing = new();

    private ChildProcess(string name, ProcessStartInfo start)
    {
        _name = name;
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.Start();
        _process.StandardInput.Close();
        _leash = Leash(_process.Id);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Everything that the program has written so far, to standard output and standard error.</summary>
    public string Output
    {
        get
        {
            lock (_writing)
                return _output.ToString();
        }
    }

    /// <summary>Whether the program is still there.</summary>
    public bool IsRunning => !_process.HasExited;

    /// <summary>Starts a program without standard input.</summary>
    /// <param name="name">What failure messages call it.</param>
    /// <param name="file">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="folder">The folder that it works in.</param>
    /// <param name="environment">Variables beyond those of this process.</param>
    public static ChildProcess Start(
        string name,
        string file,
        IEnumerable<string> arguments,
        string folder,
        IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (key, value) in environment ?? new Dictionary<string, string>())
            start.Environment[key] = value;
        return new ChildProcess(name, start);
    }

    /// <summary>Waits until the program answers a request with success.</summary>
    /// <exception cref="InvalidOperationException">The program ended instead.</exception>
    /// <exception cref="TimeoutException">It did not answer in time.</exception>
    public Task WaitUntilReadyAsync(Uri probe, TimeSpan deadline) => Poll.UntilAsync(
        async () =>
        {
            if (!IsRunning)
                throw new InvalidOperationException($"{_name} ended with code {_process.ExitCode} before it was ready.{Environment.NewLine}{Output}");
            try
            {
                using var response = await _http.GetAsync(probe);
                return response.IsSuccessStatusCode;
            }
            catch (Exception notYet) when (notYet is HttpRequestException or TaskCanceledException)
            {
                return false; // Nothing listens, or it listens and does not answer.
            }
        },
        deadline,
        $"{_name} to answer {probe}",
        () => Output);

    /// <summary>Waits until the program has written some text.</summary>
    /// <exception cref="InvalidOperationException">The program ended instead.</exception>
    /// <exception cref="TimeoutException">It did not write it in time.</exception>
    public Task WaitForOutputAsync(string text, TimeSpan deadline) => Poll.UntilAsync(
        () => Output.Contains(text, StringComparison.Ordinal) ? Task.FromResult(true)
            : IsRunning ? Task.FromResult(false)
            : throw new InvalidOperationException($"{_name} ended with code {_process.ExitCode}.{Environment.NewLine}{Output}"),
        deadline,
        $"{_name} to write '{text}'",
        () => Output);

    /// <summary>Waits until the program has ended by itself.</summary>
    /// <returns>Its exit code.</returns>
    /// <exception cref="TimeoutException">It was still there at the deadline.</exception>
    public async Task<int> WaitForExitAsync(TimeSpan deadline)
    {
        try
        {
            await _process.WaitForExitAsync().WaitAsync(deadline);
        }
        catch (TimeoutException late)
        {
            throw new TimeoutException($"{_name} was to end, and still runs after {deadline.TotalSeconds} s.{Environment.NewLine}{Output}", late);
        }

        return _process.ExitCode;
    }

    /// <summary>Ends the program at once, without a chance to clean up (SIGKILL).</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    /// <summary>Asks the program to stop and waits for it.</summary>
    /// <param name="deadline">How long to wait.</param>
    /// <param name="signal">How to ask; some programs clean up after <c>INT</c> alone.</param>
    /// <returns>Its exit code.</returns>
    /// <exception cref="TimeoutException">It was still there at the deadline.</exception>
    public async Task<int> StopAsync(TimeSpan deadline, string signal = "TERM")
    {
        using (var kill = Process.Start("kill", [$"-{signal}", Number(_process.Id)]))
            await kill.WaitForExitAsync();
        return await WaitForExitAsync(deadline);
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _leash.Kill();
        await _leash.WaitForExitAsync();
        _leash.Dispose();
        _process.Dispose();
    }

    /// <summary>
    /// A shell that waits for its input to end, which it does when this process is gone, killed or not, and then takes
    /// the program along. No exit handler could do that.
    /// </summary>
    private static Process Leash(int id) => Process.Start(new ProcessStartInfo(
        "sh", ["-c", "exec >/dev/null 2>&1; read -r _; kill -KILL \"$1\"", "leash", Number(id)])
    {
        UseShellExecute = false,
        RedirectStandardInput = true,
    })!;

    private static string Number(int id) => id.ToString(CultureInfo.InvariantCulture);

    private void Keep(string? line)
    {
        if (line is null)
            return;
        lock (_writing)
            _output.AppendLine(line);
    }
}
