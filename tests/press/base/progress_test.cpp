#include "press/base/progress.h"

#include <doctest/doctest.h>

#include <atomic>
#include <string>

#include "press/base/parallel.h"

namespace broadsheet::press {

namespace {

using namespace std::chrono_literals;

// A terminal with a clock that the test sets.
struct Screen {
    std::FILE* file = std::tmpfile();
    std::chrono::steady_clock::time_point now{};

    ~Screen() { std::fclose(file); }
    Screen() = default;
    Screen(const Screen&) = delete;
    Screen& operator=(const Screen&) = delete;

    std::string text() const {
        std::string all;
        std::rewind(file);
        for (int c = std::fgetc(file); c != EOF; c = std::fgetc(file)) {
            all += static_cast<char>(c);
        }
        return all;
    }
};

}  // namespace

TEST_CASE("a long operation shows a bar and erases it at the end") {
    Screen screen;
    TerminalProgress progress(screen.file, [&] { return screen.now; });
    progress.begin("Writing pages", 4);
    progress.advance();
    CHECK(screen.text().empty());
    screen.now += 1s;
    progress.advance();
    CHECK(screen.text() == "\r\x1b[KWriting pages    [############............] 2 of 4");
    progress.advance();  // too soon to draw again
    progress.end();
    CHECK(screen.text() == "\r\x1b[KWriting pages    [############............] 2 of 4\r\x1b[K");
}

TEST_CASE("a short operation shows no bar") {
    Screen screen;
    TerminalProgress progress(screen.file, [&] { return screen.now; });
    progress.begin("Reading files", 2);
    progress.advance();
    progress.advance();
    progress.end();
    CHECK(screen.text().empty());
}

TEST_CASE("work on several threads counts each item once") {
    Screen screen;
    TerminalProgress progress(screen.file, [&] { return screen.now; });
    std::atomic<int> done{0};
    for_each_in_parallel(
        1000, 4, with_progress(&progress, "Reading files", 1001, [&](std::size_t) { ++done; }));
    screen.now += 1s;
    progress.advance();
    CHECK(done == 1000);
    CHECK(screen.text().ends_with("] 1001 of 1001"));
    std::function<void(std::size_t)> alone =
        with_progress(nullptr, "", 1, [&](std::size_t) { ++done; });
    alone(0);
    CHECK(done == 1001);
}

}  // namespace broadsheet::press
