#include "reader/reader.h"

#include <doctest/doctest.h>

#include <array>
#include <set>
#include <string>
#include <utility>

#include "golden_file.h"
#include "reader/reader_session.h"

namespace broadsheet::reader {

TEST_CASE("a page opens with a manifest, start data and one shard") {
    Session session;
    session.start(first_article);
    CHECK(session.host.fetched.size() == 3);
    CHECK(session.host.title == "Story number 12 – Meridian");
    CHECK(session.host.handed_over);
    CHECK(session.host.frames_presented == 2);  // the second with its pictures
    CHECK(session.host.vertices > 400);
    CHECK(!session.host.loading);
}

TEST_CASE("the way through a publication") {
    Session session;
    session.start("/");
    CHECK(session.host.scroll == -1);  // the first page stays where the browser put it
    session.go(second_article);
    CHECK(session.host.path == second_article);
    CHECK(session.host.address == AddressChange::push);
    CHECK(session.host.scroll == 0);
    CHECK(session.host.announced == "Story number 11 – Meridian");
    session.go("/", AddressChange::none, 420);
    CHECK(session.host.scroll == 420);
    const std::size_t fetched = session.host.fetched.size();
    session.go(second_article);
    CHECK(session.host.fetched.size() == fetched);  // nothing is fetched twice
}

TEST_CASE("a list of the site's own taxonomy opens, though the first look does not know it") {
    model::Publication publication = tests::sample_publication();
    publication.site.taxonomies = {{"Series", "/series/"}};
    model::List list = *publication.list("/tag/water/");
    list.kind = model::ListKind::term;
    list.path = "/series/bells/";
    list.title = "Bells";
    publication.lists[list.path] = list;
    Session session(publication);
    session.start("/series/bells/page/2/");
    CHECK(session.host.title == "Bells – Meridian – page 2");
    CHECK(session.host.fetched.size() == 4);
}

TEST_CASE("a redirect leads on, and takes its target's address") {
    Session session;
    session.start("/");
    session.go("/old/");
    CHECK(session.host.title == "About us – Meridian");
    CHECK(session.host.path == "/about/");
}

TEST_CASE("an address that is no page is left to the browser") {
    Session session;
    session.start("/");
    session.go("/nothing/");
    CHECK(session.host.left_for == "/nothing/");
    CHECK(session.host.title.starts_with("Meridian"));
}

TEST_CASE("on a page that a host answers with 404 the reader says so itself") {
    Session session;
    session.start("/nothing/");
    CHECK(session.host.left_for.empty());
    CHECK(session.host.title == "Nothing here – Meridian");
}

TEST_CASE("nothing is drawn until something happens") {
    Session session;
    session.start("/");
    const int requested = session.host.frames_requested;
    session.reader.scrolled(1);  // well inside the canvas
    CHECK(session.host.frames_requested == requested);
}

TEST_CASE("under pinch zoom the canvas is finer and lies around what is magnified") {
    Session session;
    session.start("/2026/11/20/rivers/");
    const float ratio = session.host.canvas.device_pixel_ratio;
    session.reader.magnified({3, 100, 200, 300, 250});
    session.reader.frame();
    const reader::CanvasArea area = session.host.canvas;
    CHECK(area.device_pixel_ratio == doctest::Approx(3 * ratio));
    CHECK(area.left > 0);
    CHECK(area.left <= 100);
    CHECK(area.left + area.width >= 400);
    CHECK(area.top <= 200);
    CHECK(area.top + area.height >= 450);
    // A little further it still suffices, then it follows.
    session.reader.magnified({3, 110, 210, 300, 250});
    session.reader.frame();
    CHECK(session.host.canvas.left == area.left);
    session.reader.magnified({3, 400, 210, 300, 250});
    session.reader.frame();
    CHECK(session.host.canvas.left > area.left);
    session.reader.magnified({1, 0, 0, 0, 0});
    session.reader.frame();
    CHECK(session.host.canvas.left == 0);
    CHECK(session.host.canvas.device_pixel_ratio == ratio);
}

TEST_CASE("the canvas follows before its edge shows") {
    Session session;
    session.start(first_article, 390, 600);
    CHECK(session.host.canvas.top == 0);
    CHECK(session.host.canvas.height == doctest::Approx(1050));
    session.reader.scrolled(400);
    session.reader.frame();
    CHECK(session.host.canvas.top > 0);
    CHECK(session.host.canvas.top <= 400);
    CHECK(session.host.canvas.top + session.host.canvas.height >= 1000);
}

TEST_CASE("during a scroll the canvas lies further ahead than behind") {
    reader::CanvasPlacement canvas;
    const reader::Viewport viewport{.width = 800, .height = 600, .device_pixel_ratio = 1};
    const auto above = [&](float scroll_y) { return scroll_y - canvas.area().top; };
    const auto below = [&](float scroll_y) {
        return canvas.area().top + canvas.area().height - scroll_y - viewport.height;
    };
    canvas.place(viewport, 9000, 3000, true);
    CHECK(above(3000) == doctest::Approx(below(3000)));
    CHECK_FALSE(canvas.place(viewport, 9000, 3010, false));
    CHECK(canvas.place(viewport, 9000, 3100, false));
    CHECK(below(3100) > 3 * above(3100));
    // The first step back turns it round.
    CHECK(canvas.place(viewport, 9000, 3090, false));
    CHECK(above(3090) > 3 * below(3090));
    CHECK_FALSE(canvas.place(viewport, 9000, 3080, false));
}

TEST_CASE("words below the canvas are drawn between frames, and the next frame needs none") {
    Session session;
    session.start(first_article, 390, 600);
    session.answer();
    const std::size_t rastered = session.host.rastered.size();
    session.reader.scrolled(400);
    session.reader.frame();
    CHECK(session.host.canvas.top > 0);
    CHECK(session.host.rastered.size() == rastered);
    session.answer();
    CHECK(session.host.rastered.size() > rastered);
    CHECK(!session.host.step_requested);
}

TEST_CASE("words are drawn into the atlas once") {
    Session session;
    session.start(first_article);
    const std::size_t rastered = session.host.rastered.size();
    CHECK(rastered > 50);
    session.reader.frame();
    CHECK(session.host.rastered.size() == rastered);
    session.reader.color_scheme_changed(true);
    session.reader.frame();
    CHECK(session.host.rastered.size() > rastered);  // light ink is another raster
    CHECK(session.host.ground == 0x161614);
}

TEST_CASE("a lost graphics context is drawn anew") {
    Session session;
    session.start(first_article);
    const std::size_t rastered = session.host.rastered.size();
    session.reader.surface_changed();
    session.reader.frame();
    CHECK(session.host.rastered.size() >= 2 * rastered - 5);
}

TEST_CASE("what did not change stays in the text layer") {
    Session session;
    session.start(first_article);
    const std::size_t whole = session.host.text_layer_operations.size();
    session.go(second_article);
    CHECK(session.host.text_layer_operations.size() < whole / 2);
    CHECK(session.host.text_layer_operations.find("z\x1f") == std::string::npos);
}

TEST_CASE("the text layer of an article") {
    Session session;
    session.start("/about/", 390);
    std::string readable = session.host.text_layer_operations;
    for (char& c : readable) {
        if (c == '\x1f') c = ' ';
        if (c == '\x1e') c = '\n';
    }
    tests::check_golden("text-layer-static-page.txt", readable);
}

namespace {

// True if the records of a patch give a node two places: then the first may be of a node that the
// patch removes, which looks as if others had removed it.
bool has_a_place_twice(std::string_view operations) {
    std::set<std::string_view> placed;
    while (!operations.empty()) {
        const std::string_view record = operations.substr(0, operations.find('\x1e'));
        operations.remove_prefix(std::min(record.size() + 1, operations.size()));
        if (!record.starts_with("b\x1f")) continue;
        const std::string_view id = record.substr(2, record.find('\x1f', 2) - 2);
        if (!placed.insert(id).second) return true;
    }
    return false;
}

}  // namespace

// What happens while the first page is on its way to the canvas, before each of its steps.
TEST_CASE("the first page comes in steps, and follows what happens between them") {
    const auto run = [](int steps, const auto& event) {
        Session session;
        session.reader.start({}, {first_article, "", AddressChange::none, 0}, {1280, 1280, 800, 1});
        while (!session.host.requests.empty()) {
            const auto [number, name] = session.host.requests.front();
            session.host.requests.erase(session.host.requests.begin());
            session.reader.file_arrived(number, Arrival::found, session.host.files[name]);
        }
        CHECK(session.host.text_layer_operations.empty());
        while (steps-- > 0 && std::exchange(session.host.step_requested, false)) {
            session.reader.step();
        }
        const bool on_its_way = session.host.step_requested;
        event(session);
        session.answer();
        CHECK_FALSE(has_a_place_twice(session.host.text_layer_operations));
        session.reader.frame();
        session.show_pictures();
        session.reader.frame();
        CHECK(session.host.handed_over);
        return on_its_way;
    };
    int steps = 0;
    while (run(steps, [](Session&) {})) ++steps;
    CHECK(steps > 8);
    for (int taken = 0; taken <= steps; ++taken) {
        CAPTURE(taken);
        run(taken, [](Session& session) {
            session.reader.resized({900, 900, 800, 2});
            session.reader.scrolled(120);
            session.answer();
            session.reader.frame();
            CHECK(session.reader.layout().width == 900);
            CHECK(session.host.canvas.device_pixel_ratio == 2);
        });
        run(taken, [](Session& session) { session.reader.surface_changed(); });
        run(taken, [](Session& session) {
            const float height = session.reader.layout().height;
            session.reader.button_pressed(page::Action::text_larger);
            session.answer();
            CHECK(session.reader.layout().height > height);
            CHECK(session.reader.layout().height > 1);
        });
        run(taken, [](Session& session) {
            session.reader.open({second_article, "", AddressChange::none, 0});
            session.answer();
            CHECK(session.host.title == "Story number 11 – Meridian");
            CHECK(session.host.path == second_article);
        });
    }
}

TEST_CASE("layouts at three widths") {
    for (const int width : {390, 900, 1280}) {
        Session session;
        session.start(first_article, static_cast<float>(width));
        tests::check_golden("layout/article-" + std::to_string(width) + ".txt",
                            layout::dump(session.reader.layout()));
    }
}

}  // namespace broadsheet::reader
