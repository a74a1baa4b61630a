#include "search/query/engine.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "search/small_index.h"

namespace broadsheet::search {

namespace {

using tests::document;
using tests::SmallIndex;

SmallIndex sample() {
    tests::Document tagged = document("Herons", "They nest in the reeds of São Paulo", 3);
    tagged.tags = {{"Rivers", "/tag/rivers/"}};
    tagged.authors = {{"Ines Okafor", "/author/ines-okafor/"}};
    return SmallIndex({
        document("The river", "A river and its cities, the water office says", 1),
        document("Trains", "The train crosses the river twice; a city waits", 2, "europe"),
        tagged,
        document("Embedding", "Files with go:embed, well-known in code by ParseFiles", 4),
        document("Markets", "Public health and a health office for the public", 5, "europe"),
        document("東京の川", "東京都の川を渡る", 6),
        document("Vulnerability", "A vulnerability in the concurrency of goroutines", 300),
    });
}

}  // namespace

TEST_CASE("queries find the right documents") {
    SmallIndex index = sample();
    struct Case {
        std::string query;
        std::string titles;
    };
    const Case cases[] = {
        {"river", "The river, Herons, Trains"},  // title, tag, text
        {"rivers -trains", "The river, Herons"},
        {"river train", "Trains"},
        {"CITY", "Trains, The river"},  // the word, then its plural
        {"sao", "Herons"},
        {"são paulo", "Herons"},
        {"go:embed", "Embedding"},
        {"well known", "Embedding"},
        {"wellknown", "Embedding"},
        {"parse", "Embedding"},
        {"\"public health\"", "Markets"},
        {"\"health public\"", ""},
        {"-river train", ""},
        {"-river", "Vulnerability, 東京の川, Markets, Embedding, Herons"},
        {"-\"public health\" -river", "Vulnerability, 東京の川, Embedding, Herons"},
        {"tag:rivers", "Herons"},
        {"river category:europe", "Trains"},
        {"river -category:europe", "The river, Herons"},
        {"author:ines-okafor", "Herons"},
        {"author:\"Ines Okafor\"", "Herons"},
        {"Okafor", "Herons"},
        {"after:2024-10", "Vulnerability"},
        {"東京", "東京の川"},
        {"川", "東京の川"},
        {"vulnerabilty", "Vulnerability"},
        {"goruotines", "Vulnerability"},
        {"conc", "Vulnerability"},
        {"heron", "Herons"},
        {"xyzzy", ""},
        {"", ""},
        {"   ", ""},
        {"---", ""},
        {"\"", ""},
        {"tag:", ""},
        {"after:yesterday", ""},
    };
    for (const Case& each : cases) {
        CAPTURE(each.query);
        CHECK(index.titles(each.query) == each.titles);
    }
}

TEST_CASE("a filter is a whole slug, or else one of the words of slugs") {
    const auto tagged = [](const std::string& title, const std::string& tag,
                           const std::string& author, int day) {
        tests::Document made = document(title, "Text", day);
        made.tags = {{tag, "/tag/" + tag + "/"}};
        made.authors = {{author, "/author/" + author + "/"}};
        return made;
    };
    SmallIndex index({
        tagged("One", "cargo-bicycles", "ines-okafor", 1),
        tagged("Two", "air-cargo", "ben-okafor", 2),
        tagged("Three", "water", "ines-lee", 3),
        tagged("Four", "fresh-water", "j\u00fcrgen-m\u00fcller", 4),
    });
    struct Case {
        std::string query;
        std::string titles;
    };
    const Case cases[] = {
        {"author:okafor", "Two, One"},
        {"author:Okafor", "Two, One"},
        {"author:\"Ines Okafor\"", "One"},
        {"author:ines", "Three, One"},
        {"author:muller", "Four"},
        {"author:oka", ""},
        {"tag:cargo", "Two, One"},
        {"tag:cargo author:ines", "One"},
        {"tag:water", "Three"},  // the whole slug precedes
        {"tag:fresh", "Four"},
        {"tag:okafor", ""},
        {"-tag:cargo author:ines", "Three"},
        {"-tag:water", "Four, Two, One"},
        {"-tag:nothing author:okafor", "Two, One"},
    };
    for (const Case& each : cases) {
        CAPTURE(each.query);
        CHECK(index.titles(each.query) == each.titles);
    }
}

TEST_CASE("one character is a word, and a text without spaces may be several words") {
    SmallIndex index({
        document("北京的春天", "我喜欢吃苹果。他去了学校", 1),
        document("上海之夜", "这是一座城。人口二千万。", 2),
        document("東京 (Tokyo)", "雨の日", 3),
    });
    struct Case {
        std::string query;
        std::string titles;
    };
    const Case cases[] = {
        {"天", "北京的春天"},
        {"校", "北京的春天"},
        {"夜", "上海之夜"},
        {"城", "上海之夜"},
        {"万", "上海之夜"},
        {"京", "東京 (Tokyo), 北京的春天"},
        {"北", "北京的春天"},
        {"雨", "東京 (Tokyo)"},
        {"东", ""},
        // Whole runs need all of their pairs, and quoted ones need them in a row.
        {"春天", "北京的春天"},
        {"学校", "北京的春天"},
        {"\"北京的\"", "北京的春天"},
        {"\"北京苹果\"", ""},
    };
    for (const Case& each : cases) {
        CAPTURE(each.query);
        const Answer answer = index.ask(each.query);
        CHECK(tests::titles_of(answer.hits) == each.titles);
        CHECK(!answer.relaxed);
    }
    const Case several[] = {
        {"北京苹果", "北京的春天"}, {"苹果学校", "北京的春天"},
        {"喜欢苹果", "北京的春天"}, {"上海夜", "上海之夜"},
        {"春天北京", "北京的春天"}, {"上海北京", "上海之夜, 北京的春天"},
    };
    for (const Case& each : several) {
        CAPTURE(each.query);
        const Answer answer = index.ask(each.query);
        CHECK(tests::titles_of(answer.hits) == each.titles);
        CHECK(answer.relaxed);
    }
    CHECK(index.ask("汽车火箭").total == 0);
}

TEST_CASE("a correction is the word as the site writes it") {
    SmallIndex index({
        document("Hôpital", "un hôpital", 1),
        document("Smørrebrød", "smørrebrød", 2),
        document("المدينة", "بالمدينة الكبيرة", 3),
        document("Hopital", "sans accent", 4),
        document("Ville", "l'hôpital de la ville", 5),
    });
    CHECK(index.ask("hopitl").understood == "hôpital");  // more often than without
    CHECK(index.ask("smorebrod").understood == "smørrebrød");
    CHECK(index.ask("بالمدينج").understood == "بالمدينة");
}

TEST_CASE("German words are found without umlauts, and that is no mistake") {
    const std::vector<tests::Document> documents = {
        document("Häuser", "Die Häuser in München", 1),
        document("Jan Mueller", "schreibt über die Größe", 2),
        document("Status", "Der Pot und der Staat", 3),
        document("Müller", "mahlt neue Steuern für Frauen", 4),
    };
    SmallIndex index(documents, "de-AT");
    struct Case {
        std::string query;
        std::string titles;
    };
    const Case cases[] = {
        {"haeuser", "Häuser"},
        {"muenchen", "Häuser"},
        {"mueller", "Müller, Jan Mueller"},
        {"müller", "Müller, Jan Mueller"},
        {"muell", "Müller, Jan Mueller"},
        {"groesse", "Jan Mueller"},
        {"größe", "Jan Mueller"},
        {"neue", "Müller"},
        {"frauen", "Müller"},
        {"\"haeuser in muenchen\"", "Häuser"},
        {"statue", ""},
        {"poet", ""},
    };
    for (const Case& each : cases) {
        CAPTURE(each.query);
        const Answer answer = index.ask(each.query);
        if (!each.titles.empty()) {
            CHECK(answer.understood.empty());
            CHECK(tests::titles_of(answer.hits) == each.titles);
        } else {
            CHECK((answer.total == 0 || !answer.understood.empty()));
        }
    }
    CHECK(index.ask("hauserr").understood == "häuser");
    SmallIndex english(documents, "en");
    CHECK(english.ask("haeuser").understood == "häuser");
}

TEST_CASE("the digits of all scripts meet") {
    SmallIndex index({
        document("سنة", "كان ذلك سنة ٢٠٢٦", 1),
        document("Year", "That was in 1998", 2),
        document("साल", "यह २०२६ था", 3),
    });
    CHECK(index.titles("2026") == "साल, سنة");
    CHECK(index.titles("٢٠٢٦") == "साल, سنة");
    CHECK(index.titles("१९९८") == "Year");
    CHECK(index.titles("\"سنة 2026\"") == "سنة");
    CHECK(index.ask("٢٠٢٦").understood.empty());
}

TEST_CASE("an answer says how the query was understood") {
    SmallIndex index = sample();
    CHECK(index.ask("goruotines").understood == "goroutines");
    CHECK(index.ask("the goruotines of concurency").understood == "the goroutines of concurrency");
    CHECK(index.ask("goroutines").understood.empty());
    const Answer some = index.ask("herons trains");
    CHECK(some.relaxed);
    CHECK(some.total == 2);
    CHECK(!index.ask("herons").relaxed);
}

TEST_CASE("if few documents have all words, those with half of them follow") {
    SmallIndex index = sample();
    struct Case {
        std::string query;
        std::string others;
    };
    const Case cases[] = {
        {"river train", "The river, Herons"},
        {"river train city", "The river"},
        {"river train -reeds", "The river"},
        {"river train category:europe", ""},
        {"river train after:2025", ""},
        {"\"train crosses\" river", ""},
        {"river", ""},
        {"herons trains", ""},  // no document has all words: those with some are the answer
    };
    for (const Case& each : cases) {
        CAPTURE(each.query);
        const Answer answer = index.ask(each.query);
        CHECK(tests::titles_of(answer.others) == each.others);
        CHECK(answer.hits.size() == answer.total);
    }
    Request request;
    request.query = "river train";
    request.order = Order::date;
    CHECK(tests::titles_of(index.ask(request).others) == "Herons, The river");
    request.count = 2;
    CHECK(tests::titles_of(index.ask(request).others) == "The river");
    request.order = Order::relevance;
    request.count = 1;
    CHECK(index.ask(request).others.empty());
    request.count = 10;
    request.typing = true;
    CHECK(index.ask(request).others.empty());
    request.typing = false;
    request.first = 1;
    CHECK(index.ask(request).others.empty());
}

TEST_CASE("while typing, the last word may be incomplete") {
    SmallIndex index = sample();
    Request request;
    request.typing = true;
    request.query = "ri";
    CHECK(index.ask(request).total == 3);
    request.query = "ri ";
    CHECK(index.ask(request).total == 0);
}

TEST_CASE("the page of results finds what was found while typing") {
    SmallIndex index = sample();
    Request typing;
    typing.typing = true;
    typing.query = "ri";
    Request page;
    page.query = "ri";
    CHECK(index.ask(page).total == index.ask(typing).total);
    page.query = "ri ";
    CHECK(index.ask(page).total == 0);
}

TEST_CASE("an unfinished last word counts in whole queries") {
    SmallIndex index({
        document("Waters", "The ferry crossed with a river of people", 1),
        document("Riverside markets", "Along the banks", 2),
        document("Rive gauche", "A street on the left bank", 3),
        document("Trains", "They run along the riverbank", 4),
    });
    // The word itself, in a title, comes first; then words that begin with it, titles before texts.
    CHECK(index.titles("rive") == "Rive gauche, Riverside markets, Trains, Waters");
    CHECK(index.titles("banks riverside") == "Riverside markets");
    CHECK(index.titles("along riverb") == "Trains");
    // A word that is followed by others is finished, and so is one of three letters.
    CHECK(index.titles("rive along").empty() == false);
    CHECK(index.ask("rive along").relaxed);
    CHECK(index.ask("riv ").total == 0);
    // A completion does not raise a document that has the word itself.
    std::string many;
    for (int i = 0; i < 30; ++i) many += "releases released releasing ";
    SmallIndex versions(
        {document("A release", "release", 1), document("Notes", many + "release", 2)});
    CHECK(versions.titles("release") == "A release, Notes");
}

TEST_CASE("an unfinished word finds rare words among many that begin with it") {
    std::vector<tests::Document> documents;
    for (char one = 'a'; one <= 'j'; ++one) {
        for (char other = 'a'; other <= 'f'; ++other) {
            documents.push_back(document(std::string("Tram") + one + other + 'k', "Words",
                                         static_cast<int>(documents.size()) + 1));
        }
    }
    SmallIndex index(documents);
    CHECK(index.ask("tram").total == 60);
}

TEST_CASE("a title with all words precedes texts that repeat one of them") {
    std::string harbours;
    for (int i = 0; i < 60; ++i) harbours += "harbour and more harbour, but once a lighthouse; ";
    std::vector<tests::Document> documents = {
        document("The lighthouse by the harbour", "Nothing else is said here.", 1)};
    for (int i = 0; i < 12; ++i) {
        documents.push_back(document("A harbour " + std::to_string(i), harbours, 20 + i));
        documents.push_back(document("A lighthouse " + std::to_string(i), harbours, 60 + i));
    }
    SmallIndex index(documents);
    for (const std::string query :
         {"lighthouse harbour", "harbour lighthouse", "harbour lightho", "lighthouse harbuor"}) {
        CAPTURE(query);
        CHECK(index.ask(query).hits.at(0).title.find("by the") != std::string::npos);
    }
}

TEST_CASE("found words are marked in titles and excerpts") {
    std::string text = "Nothing of it stands here at first.";
    for (int i = 0; i < 20; ++i) text += " The words go on and on.";
    text += " Then the heron meets a frog, and the frog leaves.";
    for (int i = 0; i < 20; ++i) text += " The words go on and on.";
    SmallIndex index({document("A frog", text, 1)});
    const Answer answer = index.ask("frog heron");
    REQUIRE(answer.hits.size() == 1);
    CHECK(answer.hits[0].title ==
          "A \x02"
          "frog\x03");
    CHECK(answer.hits[0].excerpt.find("\x02heron\x03 meets a \x02"
                                      "frog\x03") != std::string::npos);
    CHECK(answer.hits[0].excerpt.starts_with("…"));
    CHECK(answer.hits[0].categories == std::vector<std::string>{"World", "asia"});
}

TEST_CASE("order, pages and counts") {
    std::vector<tests::Document> documents;
    documents.reserve(40);
    for (int i = 0; i < 40; ++i) {
        documents.push_back(document("Frog " + std::to_string(i), "a frog", i * 20,
                                     i % 4 == 0 ? "europe" : "asia"));
    }
    SmallIndex index(documents);
    Request request;
    request.query = "frog";
    request.order = Order::date;
    request.first = 10;
    request.count = 5;
    request.facets = true;
    const Answer answer = index.ask(request);
    CHECK(answer.total == 40);
    REQUIRE(answer.hits.size() == 5);
    for (std::size_t i = 1; i < 5; ++i)
        CHECK(days_since_epoch(*answer.hits[i].day) <= days_since_epoch(*answer.hits[i - 1].day));
    REQUIRE(answer.categories.size() == 3);
    CHECK(answer.categories[0] == Facet{"World", "category:world", 40});
    CHECK(answer.categories[1] == Facet{"asia", "category:asia", 30});
    CHECK(answer.categories[2] == Facet{"europe", "category:europe", 10});
    std::uint32_t sum = 0;
    for (const Facet& year : answer.years) {
        sum += year.documents;
        CHECK(index.ask("frog " + year.filter).total == year.documents);
    }
    CHECK(sum == 40);
    request.first = 1000;
    CHECK(index.ask(request).hits.empty());
}

TEST_CASE("the same documents give the same files in any order") {
    std::vector<tests::Document> documents;
    documents.reserve(300);
    for (int i = 0; i < 300; ++i) {
        documents.push_back(document("Story " + std::to_string(i), "words of story", i));
    }
    const SmallIndex first(documents);
    std::reverse(documents.begin(), documents.end());
    CHECK(SmallIndex(documents).files == first.files);
}

TEST_CASE("missing or damaged files make an answer partial, and can be fetched again") {
    SmallIndex index = sample();
    index.absent = index.names('d');
    Answer answer = index.ask("river");
    CHECK(answer.outcome == Outcome::partial);
    index.absent.clear();
    index.engine.forget_missing();
    CHECK(index.ask("river").outcome == Outcome::complete);

    SmallIndex broken = sample();
    for (const std::string& name : broken.names('t')) broken.files[name] = "[\"";
    answer = broken.ask("river");
    CHECK(answer.outcome == Outcome::partial);
    CHECK(answer.total == 0);

    SmallIndex gone = sample();
    gone.files.clear();
    CHECK(gone.ask("river").outcome == Outcome::unavailable);
}

TEST_CASE("an exact word fetches only its own files") {
    SmallIndex index = sample();
    index.ask("river");
    for (const std::string& name : index.fetched) {
        CAPTURE(name);
        CHECK((name == "root.json" || name[0] == 't' || name[0] == 'd'));
    }
}

TEST_CASE("malicious queries are answered") {
    SmallIndex index = sample();
    std::string spaces;
    for (int i = 0; i < 3000; ++i) spaces += "a b ";
    const std::string queries[] = {std::string(10'000, 'x'),
                                   std::string(10'000, '"'),
                                   spaces,
                                   std::string("\0\x01\x02\x1f river", 10),
                                   ".*(a+)+$ [river] {1,9999}",
                                   "<script>alert(1)</script>",
                                   "\xC3\x28\xA0\xA1 river",
                                   "tag:::: author:\"\" after:99999999999 before:0-0-0",
                                   "- -- --- -\"\" -tag:",
                                   "川川川川川川川川"};
    for (const std::string& query : queries) {
        CAPTURE(query.substr(0, 40));
        const Answer answer = index.ask(query);
        CHECK(answer.total <= 7);
        CHECK(read_answer(write_answer(answer)).hits == answer.hits);
    }
}

TEST_CASE("requests and answers convert to text and back") {
    SmallIndex index = sample();
    Request request;
    request.query = "river train";
    request.facets = true;
    const Answer answer = index.ask(request);
    CHECK(!answer.others.empty());
    CHECK(read_answer(write_answer(answer)) == answer);
    CHECK(read_request(write_answer(answer)) == answer.request);
    CHECK(read_answer("").hits.empty());
    CHECK(read_answer("x\x1f"
                      "99999999999\x1f\x1f")
              .request.query == "x");
}

}  // namespace broadsheet::search
