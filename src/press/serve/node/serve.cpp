#include "press/serve/serve.h"

#include <nlohmann/json.hpp>

#include "press/base/node/host.h"
#include "press/serve/site_answers.h"

namespace broadsheet::press {

namespace {

using Json = nlohmann::json;

std::string text_of(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

void send_answer(const Json& request, const Answer& answer) {
    Json headers = Json::object();
    for (const auto& [name, value] : answer.headers) headers[name] = value;
    if (!answer.type.empty()) headers["Content-Type"] = answer.type;
    send_to_host(text_of({{"kind", "answer"},
                          {"number", request.at("number")},
                          {"status", answer.status},
                          {"headers", std::move(headers)},
                          {"events", answer.is_event_stream}}),
                 answer.body);
}

FileChanges changes_of(const Json& message) {
    FileChanges changes;
    changes.all_named = message.at("all_named");
    for (const std::string name : message.at("files")) {
        const std::filesystem::path file = name;
        if (!is_of_editor(file.filename().string())) changes.files.push_back(file);
    }
    return changes;
}

}  // namespace

std::string serve_site(const ServeOptions& options,
                       const std::function<ServedSite(const FileChanges&)>& build,
                       const std::function<void(const std::string&)>& ready) {
    const bool live = !options.watched.empty();
    SiteAnswers answers(options, live);
    Json watched = Json::array();
    for (const auto& each : options.watched) watched.push_back(each.string());
    // The host watches before the first build, so that no change is missed.
    send_to_host(text_of({{"kind", "watch"},
                          {"folders", std::move(watched)},
                          {"excluded", options.folder.string()}}));
    FileChanges everything;
    everything.all_named = false;
    const ServedSite first = build(everything);
    if (!first.ok && !live) return "the site has errors";
    const auto show = [&](const ServedSite& site) {
        answers.show(site);
        send_to_host(text_of({{"kind", "state"}, {"event", answers.state().current().event}}));
    };
    show(first);
    send_to_host(text_of({{"kind", "listen"}, {"host", serve_host}, {"port", options.port}}));
    while (true) {
        const Json message = Json::parse(wait_for_host());
        const std::string kind = message.at("kind");
        if (kind == "stop") return {};
        if (kind == "failed") return message.at("problem");
        if (kind == "listening") {
            const int port = message.at("port");
            ready("http://" + std::string(serve_host) + ":" + std::to_string(port) +
                  answers.base_path());
        }
        if (kind == "request") send_answer(message, answers.answer(message.at("path")));
        if (kind == "changes") {
            const FileChanges changes = changes_of(message);
            if (changes.any()) show(build(changes));
        }
    }
}

}  // namespace broadsheet::press
