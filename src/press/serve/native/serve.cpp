#include "press/serve/serve.h"

#include <httplib.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <optional>
#include <thread>
#include <utility>

#include "press/base/file_watch.h"
#include "press/base/unfinished.h"
#include "press/serve/site_answers.h"

namespace broadsheet::press {

namespace {

// Sends the answers.
class SiteServer {
  public:
    explicit SiteServer(SiteAnswers& answers) : answers_(answers) {
        // By default, the library would share a port with another server.
        server_.set_socket_options([](socket_t socket) {
            const int yes = 1;
            setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof(yes));
        });
        // Each open page occupies a thread with its event stream.
        constexpr std::size_t threads = 64;
        server_.new_task_queue = [] { return new httplib::ThreadPool(threads); };
        server_.set_keep_alive_timeout(1);
        server_.Get(".*", [this](const httplib::Request& request, httplib::Response& response) {
            send(answers_.answer(request.path), response);  // the library has decoded the path
        });
    }

    ~SiteServer() { stop(); }
    SiteServer(const SiteServer&) = delete;
    SiteServer& operator=(const SiteServer&) = delete;

    // Returns nothing if no port is free.
    std::optional<int> start(int port) {
        constexpr int max_tries = 100;
        for (int i = 0; i < max_tries && port <= 65535; ++i, ++port) {
            if (!server_.bind_to_port(serve_host, port)) continue;
            thread_ = std::thread([this] { server_.listen_after_bind(); });
            // The library ignores a stop before it is running.
            while (!server_.is_running()) {
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            }
            return port;
        }
        return std::nullopt;
    }

    void stop() {
        if (!thread_.joinable()) return;
        answers_.state().close();
        server_.stop();
        thread_.join();
    }

  private:
    void send(const Answer& answer, httplib::Response& response) {
        for (const auto& [name, value] : answer.headers) response.set_header(name, value);
        // If the status is not set, the library uses 200, or 206 for range requests.
        if (answer.status != 200) response.status = answer.status;
        if (!answer.is_event_stream) {
            if (!answer.type.empty()) response.set_content(answer.body, answer.type);
            return;
        }
        response.set_chunked_content_provider(
            answer.type,
            [this, seen = std::uint64_t{0}](std::size_t, httplib::DataSink& sink) mutable {
                const auto message = answers_.state().next(seen);
                if (!message) return false;
                seen = message->number;
                return sink.write(message->event.data(), message->event.size());
            });
    }

    SiteAnswers& answers_;
    httplib::Server server_;
    std::thread thread_;
};

// Receives SIGINT and SIGTERM through a file descriptor, in this thread and all threads started
// after it.
class StopSignals {
  public:
    StopSignals() {
        sigemptyset(&signals_);
        sigaddset(&signals_, SIGINT);
        sigaddset(&signals_, SIGTERM);
        pthread_sigmask(SIG_BLOCK, &signals_, &before_);
        descriptor_ = signalfd(-1, &signals_, SFD_CLOEXEC);
    }
    ~StopSignals() {
        close(descriptor_);
        pthread_sigmask(SIG_SETMASK, &before_, nullptr);
    }
    StopSignals(const StopSignals&) = delete;
    StopSignals& operator=(const StopSignals&) = delete;

    int descriptor() const { return descriptor_; }

    // Reads the signal. Otherwise it stays pending and ends the process.
    void take() const {
        signalfd_siginfo signal{};
        while (read(descriptor_, &signal, sizeof(signal)) < 0 && errno == EINTR) {
        }
    }

  private:
    sigset_t signals_{};
    sigset_t before_{};
    int descriptor_ = -1;
};

// Builds on a separate thread, so that signals are noticed meanwhile.
ServedSite build_unless_stopped(const StopSignals& signals, const ServeOptions& options,
                                const std::function<ServedSite()>& build) {
    const int done = eventfd(0, EFD_CLOEXEC);
    ServedSite site;
    std::thread worker([&] {
        site = build();
        eventfd_write(done, 1);
    });
    std::array<pollfd, 2> waited = {{{signals.descriptor(), POLLIN, 0}, {done, POLLIN, 0}}};
    while (poll(waited.data(), waited.size(), -1) < 0 && errno == EINTR) {
    }
    if (waited[1].revents == 0 && waited[0].revents != 0) {
        // A thread can only be stopped by ending the process.
        abandon_unfinished();
        if (options.leave) options.leave();
        std::_Exit(0);
    }
    worker.join();
    close(done);
    return site;
}

// Waits for a change and a pause after it, because editors save in several steps. Returns nothing
// when the process should stop.
std::optional<FileChanges> wait_for_change(const StopSignals& signals, FileWatch& watch) {
    constexpr int quiet = 25;  // milliseconds
    FileChanges changes;
    while (true) {
        std::array<pollfd, 2> waited = {
            {{signals.descriptor(), POLLIN, 0}, {watch.descriptor(), POLLIN, 0}}};
        const int count = poll(waited.data(), waited.size(), changes.any() ? quiet : -1);
        if (count < 0 && errno != EINTR) return std::nullopt;
        if (count <= 0) {
            if (count == 0 && changes.any()) return changes;
            continue;
        }
        if (waited[0].revents != 0) {
            signals.take();
            return std::nullopt;
        }
        changes.add(watch.take_changes());
    }
}

}  // namespace

std::string serve_site(const ServeOptions& options,
                       const std::function<ServedSite(const FileChanges&)>& build,
                       const std::function<void(const std::string&)>& ready) {
    const StopSignals signals;
    // Watches before the first build, so that no change is missed.
    FileWatch watch(options.watched, options.folder);
    const bool live = !options.watched.empty();
    if (live && !watch.error().empty()) return watch.error();
    SiteAnswers answers(options, live);
    SiteServer server(answers);
    FileChanges everything;
    everything.all_named = false;
    const auto build_after = [&](const FileChanges& changes) {
        return build_unless_stopped(signals, options, [&] { return build(changes); });
    };
    const ServedSite first = build_after(everything);
    if (!first.ok && !live) return "the site has errors";
    answers.show(first);
    const auto port = server.start(options.port);
    if (!port) return "no free port from " + std::to_string(options.port) + " upwards";
    ready("http://" + std::string(serve_host) + ":" + std::to_string(*port) + answers.base_path());
    while (const auto changes = wait_for_change(signals, watch))
        answers.show(build_after(*changes));
    server.stop();
    return {};
}

}  // namespace broadsheet::press
