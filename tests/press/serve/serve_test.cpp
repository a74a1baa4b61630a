// `serve` ends immediately on a signal, in any state.
#include "press/serve/serve.h"

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <string>
#include <thread>

#include "press/base/cache_file.h"
#include "press/output/output_folder.h"
#include "press/scratch_folder.h"

using namespace broadsheet;
using test::ScratchFolder;

namespace {

// Serves in a separate process. `build` gets one end of a pipe and writes to it when it has
// started.
class ServingProcess {
  public:
    template <typename Build>
    ServingProcess(const press::ServeOptions& options, const Build& build) {
        REQUIRE(pipe(ends_) == 0);
        process_ = fork();
        REQUIRE(process_ >= 0);
        if (process_ > 0) {
            close(ends_[1]);  // so that reading fails if the process ends too early
            return;
        }
        const std::string error = press::serve_site(
            options, [&](const press::FileChanges&) { return build(ends_[1]); },
            [](const std::string&) {});
        _exit(error.empty() ? 3 : 4);
    }
    ~ServingProcess() { close(ends_[0]); }
    ServingProcess(const ServingProcess&) = delete;
    ServingProcess& operator=(const ServingProcess&) = delete;

    // Waits until the build has started, then sends a signal. Returns the exit code.
    int stop() const {
        char word = 0;
        REQUIRE(read(ends_[0], &word, 1) == 1);
        REQUIRE(kill(process_, SIGINT) == 0);
        int status = 0;
        REQUIRE(waitpid(process_, &status, 0) == process_);
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }

  private:
    int ends_[2] = {-1, -1};
    pid_t process_ = -1;
};

std::string names_in(const std::filesystem::path& folder) {
    std::string names;
    for (const auto& each : std::filesystem::recursive_directory_iterator(folder)) {
        names += each.path().lexically_relative(folder).string() + " ";
    }
    return names;
}

}  // namespace

TEST_CASE("an endless build is abandoned and its unfinished files are removed") {
    const ScratchFolder folder;
    const std::filesystem::path out = folder.path() / "public";
    press::ServeOptions options;
    options.folder = out;
    options.leave = [&] { folder.write("left", ""); };
    const ServingProcess serving(options, [&](int pipe) -> press::ServedSite {
        press::OutputFolder site(out);
        press::CacheFileWriter cache(folder.path() / "cache");
        site.write("a/index.html", "x");
        cache.write("x");
        REQUIRE(names_in(folder.path()).find(".partial-") != std::string::npos);
        REQUIRE(write(pipe, "x", 1) == 1);
        pause();
        return {};
    });
    CHECK(serving.stop() == 0);
    CHECK(names_in(folder.path()) == "left ");
}

TEST_CASE("threads that continue to write do not restore removed files") {
    const ScratchFolder folder;
    const std::filesystem::path out = folder.path() / "public";
    press::ServeOptions options;
    options.folder = out;
    const ServingProcess serving(options, [&](int pipe) -> press::ServedSite {
        press::OutputFolder site(out);
        const auto write_more = [&](const std::string& name) {
            for (int i = 0; true; ++i) {
                site.write(name + std::to_string(i % 100) + "/" + std::to_string(i), "x");
            }
        };
        std::thread other([&] { write_more("a"); });
        REQUIRE(write(pipe, "x", 1) == 1);
        write_more("b");
        other.join();
        return {};
    });
    CHECK(serving.stop() == 0);
    CHECK(names_in(folder.path()).empty());
}

TEST_CASE("serving ends normally between builds") {
    const ScratchFolder folder;
    folder.write("index.html", "x");
    int ends[2] = {-1, -1};
    REQUIRE(pipe(ends) == 0);
    const pid_t process = fork();
    REQUIRE(process >= 0);
    if (process == 0) {
        press::ServeOptions options;
        options.folder = folder.path();
        options.leave = [] { _exit(5); };
        const std::string error = press::serve_site(
            options, [](const press::FileChanges&) { return press::ServedSite(); },
            [&](const std::string&) { (void)!write(ends[1], "x", 1); });
        _exit(error.empty() ? 0 : 4);
    }
    close(ends[1]);
    char word = 0;
    REQUIRE(read(ends[0], &word, 1) == 1);
    REQUIRE(kill(process, SIGTERM) == 0);
    int status = 0;
    REQUIRE(waitpid(process, &status, 0) == process);
    CHECK(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 0);
    close(ends[0]);
}
