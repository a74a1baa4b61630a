#include "press/browser/press_session.h"

#include <doctest/doctest.h>

#include <string>

#include "press/scratch_folder.h"

using namespace broadsheet::press;
using broadsheet::test::ScratchFolder;

namespace {

const std::string url = "https://host.example/press/preview/abc/";
const std::string lake =
    "---\ntitle: The lake\ndate: 2025-01-02\n---\n\nBlue water. ![A map](map.png)\n";

PressSession session_of(const ScratchFolder& folder) {
    return {folder.path() / "Paper", folder.path() / "scratch"};
}

std::string page_of(const PressSession& session, const std::string& name) {
    return session.answer("/press/preview/abc/" + name).body;
}

// The smallest picture that has a smaller size.
std::string wide_png() {
    // 400 × 1 pixels: signature, header, end.
    return std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\x90\0\0\0\x01\x08\0\0\0\0", 29) +
           std::string("\0\0\0\0\0\0\0\0IEND\xae\x42\x60\x82", 16);
}

}  // namespace

TEST_CASE("the site is the given folder, or its folder content") {
    const ScratchFolder folder;
    folder.write("plain/a.md", "x");
    folder.write("paper/content/a.md", "x");
    folder.write("site/site.toml", "");
    folder.write("site/content/a.md", "x");
    CHECK(site_folder_in(folder.path() / "plain") == folder.path() / "plain");
    CHECK(site_folder_in(folder.path() / "paper") == folder.path() / "paper/content");
    CHECK(site_folder_in(folder.path() / "site") == folder.path() / "site");
}

TEST_CASE("a site is shown at its address, and after a change anew") {
    const ScratchFolder folder;
    folder.write("Paper/lake.md", lake);
    PressSession session = session_of(folder);
    const BuildReport report = session.open(url, nullptr);
    CHECK(report.ok());
    CHECK(report.articles == 1);
    CHECK(page_of(session, "2025/01/02/lake/").find("Blue water") != std::string::npos);
    CHECK(page_of(session, "").find("/press/preview/abc/") != std::string::npos);
    const std::string before = session.event();

    folder.write("Paper/lake.md", "---\ntitle: The lake\ndate: 2025-01-02\n---\n\nGreen water.\n");
    FileChanges changes;
    changes.files = {folder.path() / "Paper/lake.md"};
    CHECK(session.refresh(changes, nullptr).ok());
    CHECK(page_of(session, "2025/01/02/lake/").find("Green water") != std::string::npos);
    CHECK(session.event() != before);
}

TEST_CASE("an error leaves the site as it was, and is told to its pages") {
    const ScratchFolder folder;
    folder.write("Paper/lake.md", lake);
    PressSession session = session_of(folder);
    session.open(url, nullptr);
    folder.write("Paper/lake.md", "---\ntitle: The lake\ndate: soon\n---\n");
    FileChanges changes;
    changes.files = {folder.path() / "Paper/lake.md"};
    const BuildReport report = session.refresh(changes, nullptr);
    CHECK_FALSE(report.ok());
    CHECK(report.diagnostics.front().path == "lake.md");
    CHECK(page_of(session, "2025/01/02/lake/").find("Blue water") != std::string::npos);
    CHECK(session.event().find("is not a date") != std::string::npos);
}

TEST_CASE("a site that had errors from the start is shown once they are mended") {
    const ScratchFolder folder;
    folder.write("Paper/lake.md", "---\ntitle: The lake\ndate: soon\n---\n");
    PressSession session = session_of(folder);
    CHECK_FALSE(session.open(url, nullptr).ok());
    const std::string before = page_of(session, "2025/01/02/lake/");
    CHECK(before.find("\"/press/preview/abc/-broadsheet-/live.js") != std::string::npos);
    CHECK(session.answer("/press/preview/abc/-broadsheet-/events").is_event_stream);
    folder.write("Paper/lake.md", lake);
    FileChanges changes;
    changes.files = {folder.path() / "Paper/lake.md"};
    CHECK(session.refresh(changes, nullptr).ok());
    CHECK(page_of(session, "2025/01/02/lake/").find("Blue water") != std::string::npos);
}

TEST_CASE("language editions are shown together") {
    const ScratchFolder folder;
    folder.write("Paper/site.toml", "language = \"en\"\n[languages.de]\ntitle = \"Zeitung\"\n");
    folder.write("Paper/content/lake.md", lake);
    folder.write("Paper/content/lake.de.md",
                 "---\ntitle: Der See\ndate: 2025-01-02\n---\n\nBlau.\n");
    PressSession session = session_of(folder);
    CHECK(session.open(url, nullptr).ok());
    CHECK(page_of(session, "").find("The lake") != std::string::npos);
    CHECK(page_of(session, "de/").find("Der See") != std::string::npos);
}

TEST_CASE("smaller sizes of a picture are the picture itself") {
    const ScratchFolder folder;
    folder.write("Paper/lake.md", lake);
    folder.write("Paper/map.png", wide_png());
    PressSession session = session_of(folder);
    CHECK(session.open(url, nullptr).ok());
    CHECK(page_of(session, "2025/01/02/lake/").find("map.png.320.webp") != std::string::npos);
    CHECK(page_of(session, "map.png.320.webp") == wide_png());
    CHECK(session.answer("/press/preview/abc/none.png.320.webp").status == 404);
}

TEST_CASE("what is written has the address of the site, not that of the preview") {
    const ScratchFolder folder;
    folder.write("Paper/site.toml", "base_url = \"https://paper.example/\"\n");
    folder.write("Paper/content/lake.md", lake);
    PressSession session = session_of(folder);
    session.open(url, nullptr);
    const BuildReport report =
        session.build(folder.path() / "made", "", "2026-01-01T00:00:00Z", nullptr);
    CHECK(report.ok());
    const std::string feed = folder.read("made/feed.xml");
    CHECK(feed.find("https://paper.example/") != std::string::npos);
    CHECK(feed.find("host.example") == std::string::npos);
    CHECK(session.build(folder.path() / "other", "https://other.example/", "", nullptr).ok());
    CHECK(folder.read("other/feed.xml").find("https://other.example/") != std::string::npos);
}
