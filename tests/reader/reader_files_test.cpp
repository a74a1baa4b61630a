// What the reader does when files are missing, broken or of another edition.
#include <doctest/doctest.h>

#include <array>
#include <string>

#include "reader/reader.h"
#include "reader/reader_session.h"

namespace broadsheet::reader {

TEST_CASE("a part out of reach becomes a message, and trying again mends it") {
    Session session;
    session.start("/");
    session.reader.open({second_article, "", AddressChange::push, 0});
    const auto [number, name] = session.host.requests.front();
    session.host.requests.clear();
    session.reader.file_arrived(number, Arrival::unreachable, {});
    CHECK(session.host.title == "You are offline – Meridian");
    CHECK(session.host.text_layer_operations.find("Try again") != std::string::npos);
    session.reader.button_pressed(page::Action::retry);
    session.answer();
    CHECK(session.host.title == "Story number 11 – Meridian");
}

TEST_CASE("a missing part makes the reader read the manifest anew, once, then the page is loaded") {
    Session session;
    session.start("/");
    const std::string title = session.host.title;
    std::erase_if(session.host.files, [](const auto& file) { return file.first.starts_with("e"); });
    session.host.fetched.clear();
    session.go(second_article);
    CHECK(session.host.left_for == second_article);
    const auto& fetched = session.host.fetched;
    CHECK(std::count(fetched.begin(), fetched.end(), "manifest.json") == 1);
    // Until then the page is as it was.
    session.reader.toggled("menu-settings", true);
    CHECK(session.host.title == title);
    CHECK(session.reader.page().title == title);
}

TEST_CASE("after a new publish the reader goes on with the new edition") {
    model::Publication publication = tests::sample_publication();
    Session session(publication);
    session.start("/");
    publication.entries.at(second_article).summary.title = "Written anew";
    session.host.files.clear();
    for (const bundle::File& file : bundle::write_bundle(publication)) {
        session.host.files[file.name] = file.bytes;
    }
    session.go(second_article);
    CHECK(session.host.left_for.empty());
    CHECK(session.host.title == "Written anew – Meridian");
}

TEST_CASE("an article that its data lack stays the HTML that was loaded") {
    Session session;
    for (auto& [name, bytes] : session.host.files) {
        if (name.starts_with("e")) bytes = R"({"entries":[]})";
    }
    Environment environment;
    environment.has_content = true;
    session.reader.start(environment, {first_article, "", AddressChange::none, 0},
                         {1280, 1280, 800, 1});
    session.answer();
    CHECK(session.host.title.empty());
    CHECK(session.host.text_layer_operations.empty());
}

TEST_CASE("addresses of WordPress lead to the pages here") {
    model::Publication publication = tests::sample_publication();
    for (const auto& [from, to] :
         {std::pair("/?p=7", first_article), std::pair("/?p=8", "/lake.jpg")}) {
        model::Entry entry;
        entry.kind = model::EntryKind::redirect;
        entry.summary.path = from;
        entry.redirect = to;
        entry.dated = false;
        publication.entries[from] = entry;
    }
    const auto shown = [&](const std::string& path) {
        Session session(publication);
        session.start(path);
        return session.host.path + " " + session.host.left_for;
    };
    CHECK(shown("/?page_id=7") == std::string(first_article) + " ");
    CHECK(shown("/?tag=water") == "/tag/water/ ");
    CHECK(shown("/?m=202611") == "/2026/11/ ");
    CHECK(shown("/?utm_source=x") == "/ ");
    CHECK(shown("/?p=8").ends_with(" /lake.jpg"));
    CHECK(shown("/tag/water/feed/").ends_with(" /tag/water/feed.xml"));
    // There is no such page, and the browser would load the front page again.
    CHECK(shown("/?p=99") == "/?p=99 ");
    Session session(publication);
    session.start("/?p=7");
    CHECK(session.host.address == AddressChange::replace);
}

TEST_CASE("a first page that cannot be had leaves the HTML alone") {
    Session session;
    session.host.files.clear();
    session.start("/");
    CHECK(!session.host.handed_over);
    CHECK(session.host.text_layer_operations.empty());
    CHECK(!session.host.gave_up.empty());
}

TEST_CASE("broken files let the browser load the page, never more") {
    for (const char* bytes : {"", "{", "[]", "null", "{\"version\":99}", "\xff\xfe"}) {
        Session session;
        session.start("/");
        for (auto& [name, content] : session.host.files) {
            if (name.starts_with("e")) content = bytes;
        }
        session.go(second_article);
        INFO(std::string(bytes));
        CHECK(session.host.left_for == second_article);
    }
}

}  // namespace broadsheet::reader
