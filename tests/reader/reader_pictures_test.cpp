// When pictures are fetched and shown.
#include <doctest/doctest.h>

#include <string>

#include "reader/reader.h"
#include "reader/reader_session.h"

namespace broadsheet::reader {

TEST_CASE("pictures are fetched as large as they are shown, and come in softly") {
    Session session;
    session.start(first_article);
    REQUIRE(!session.host.pictures.empty());
    // The cover is 680 wide, in device pixels 1360; its text-layer element names the same file.
    const auto asked = [&](const char* file) {
        for (const auto& [id, target] : session.host.pictures) {
            if (target == file) return true;
        }
        return false;
    };
    CHECK(asked("/pictures/lake.jpg.720.webp"));
    CHECK(session.host.text_layer_operations.find("\x1fsrc\x1f/pictures/lake.jpg.720.webp\x1f") !=
          std::string::npos);
    CHECK(session.host.text_layer_operations.find("\x1fsrcset\x1f") == std::string::npos);

    // 748 device pixels: 28 less are not seen.
    session.reader.resized({1280, 1280, 800, 1.1F});
    session.reader.frame();
    CHECK(!asked("/pictures/lake.jpg.1080.webp"));

    session.reader.resized({1280, 1280, 800, 2});
    session.reader.frame();
    CHECK(asked("/pictures/lake.jpg"));  // 1200 wide: there is nothing larger
    CHECK(session.host.text_layer_operations.find("\x1fsrc\x1f/pictures/lake.jpg\x1f") !=
          std::string::npos);
    CHECK(!session.host.dropped_pictures.empty());

    // What arrives once the page is drawn fades in, and then nothing asks for a frame any more.
    const int vertices = session.host.vertices;  // the placeholders'
    session.host.frames_requested = 0;
    session.show_pictures();
    int frames = 0;
    while (session.host.frames_requested > 0) {
        session.host.frames_requested = 0;
        session.reader.frame();
        REQUIRE(++frames < 60);
    }
    CHECK(frames == 9);
    CHECK(session.host.vertices < vertices);  // placeholders are two quads, pictures one
}

TEST_CASE("who wants little movement sees no fading") {
    Session session;
    session.start(first_article);
    session.host.less_motion = true;
    session.reader.resized({1280, 1280, 800, 2});
    session.reader.frame();
    session.host.frames_requested = 0;
    session.show_pictures();
    session.host.frames_requested = 0;
    session.reader.frame();
    CHECK(session.host.frames_requested == 0);
}

TEST_CASE("pictures that cannot be had keep their colours and cost no frames") {
    Session session;
    session.start(first_article);
    session.reader.resized({1280, 1280, 800, 2});
    session.reader.frame();
    const int vertices = session.host.vertices;
    const std::size_t asked = session.host.pictures.size();
    session.host.frames_requested = 0;
    session.show_pictures(false);
    session.reader.frame();
    CHECK(session.host.vertices == vertices);
    CHECK(session.host.frames_requested == 0);
    CHECK(session.host.pictures.size() == asked);
}

TEST_CASE("the readable HTML stays until its pictures are there, but not for long") {
    Session session;
    session.reader.start({}, {first_article, "", AddressChange::none, 0}, {1280, 1280, 800, 1});
    session.answer();
    int frames = 0;
    while (!session.host.handed_over) {
        session.reader.frame();
        REQUIRE(++frames < 60);
    }
    CHECK(frames == 20);
    // Once to ask for the pictures, and once to be shown.
    CHECK(session.host.frames_presented == 2);
}

}  // namespace broadsheet::reader
