// The program of the press in the browser. press/worker.js calls it with requests, JSON objects
// with the member "kind", and gets its answers by send_to_host().
#include <emscripten.h>

#include <chrono>
#include <exception>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "press/base/node/host.h"
#include "press/base/windows_names.h"
#include "press/browser/press_session.h"
#include "press/command/command_options.h"
#include "press/command/new_files.h"
#include "press/command/printing.h"
#include "press/import/run/import_site.h"
#include "press/import/run/import_sources.h"

namespace broadsheet::press {

namespace {

using Json = nlohmann::json;
using Clock = std::chrono::steady_clock;

constexpr const char* out_folder = "/made";

std::string text_from(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

// Tells the page, a few times a second.
class HostProgress : public Progress {
  public:
    void begin(std::string_view what, std::size_t count) override {
        what_ = what;
        count_ = count;
        done_ = 0;
        tell();
    }
    void advance() override {
        ++done_;
        if (Clock::now() - told_ >= std::chrono::milliseconds(100)) tell();
    }
    void end() override {}

  private:
    void tell() {
        told_ = Clock::now();
        send_to_host(
            text_from({{"kind", "progress"}, {"what", what_}, {"done", done_}, {"of", count_}}));
    }

    std::string what_;
    std::size_t count_ = 0;
    std::size_t done_ = 0;
    Clock::time_point told_;
};

// The one session of this program, from the request "begin" on.
std::optional<PressSession>& begun() {
    static std::optional<PressSession> only;
    return only;
}
PressSession& session() { return *begun(); }

Json shown(const BuildReport& report) {
    return {{"kind", "report"},
            {"folder", session().folder().string()},
            {"event", session().event()},
            {"report", Json::parse(build_json(report))}};
}

void send_answer(const std::string& path) {
    const Answer answer = session().answer(path);
    Json headers = Json::object();
    for (const auto& [name, value] : answer.headers) headers[name] = value;
    if (!answer.type.empty()) headers["Content-Type"] = answer.type;
    send_to_host(text_from({{"kind", "answer"},
                            {"status", answer.status},
                            {"headers", std::move(headers)},
                            {"events", answer.is_event_stream}}),
                 answer.is_event_stream ? session().event() : answer.body);
}

Json import(const Json& request, Progress& progress) {
    ImportOptions options;
    options.source = find_import_source(request.at("system").get<std::string>());
    for (const std::string file : request.at("files")) options.exports.emplace_back(file);
    options.out = session().given();
    options.url = request.value("url", "");
    options.progress = &progress;
    return {{"kind", "imported"}, {"report", Json::parse(report_json(import_site(options)))}};
}

Json example() {
    const NewFiles files = write_new_site(session().given(), local_time());
    return {{"kind", "example"}, {"diagnostics", Json::parse(diagnostics_json(files.diagnostics))}};
}

Json build(const Json& request, Progress& progress) {
    const BuildReport report =
        session().build(out_folder, request.value("url", ""), request.value("now", ""), &progress);
    return {{"kind", "built"}, {"report", Json::parse(build_json(report))}};
}

// Which of the names Windows cannot store.
Json faults_of(const Json& names) {
    Json faults = Json::array();
    for (const std::string name : names) {
        const WindowsFault fault = windows_path_fault(name);
        if (!fault.name.empty()) faults.push_back({{"name", name}, {"why", fault.why}});
    }
    return {{"kind", "names"}, {"faults", std::move(faults)}};
}

void answer_request(const Json& request) {
    HostProgress progress;
    const std::string kind = request.at("kind");
    if (kind == "answer") return send_answer(request.at("path"));
    Json answer;
    if (kind == "begin") {
        begun().emplace(request.at("folder").get<std::string>(), "/tmp/pictures");
        answer = {{"kind", "begun"}};
    }
    if (kind == "open") answer = shown(session().open(request.at("url"), &progress));
    if (kind == "change") {
        FileChanges changes;
        for (const std::string file : request.at("files")) changes.files.emplace_back(file);
        answer = shown(session().refresh(changes, nullptr));
    }
    if (kind == "import") answer = import(request, progress);
    if (kind == "example") answer = example();
    if (kind == "names") answer = faults_of(request.at("names"));
    if (kind == "build") answer = build(request, progress);
    send_to_host(text_from(answer));
}

}  // namespace

}  // namespace broadsheet::press

// `request`: JSON. Exceptions end at this border: memory may run out.
extern "C" EMSCRIPTEN_KEEPALIVE void press_call(const char* request) {
    using namespace broadsheet::press;
    try {
        answer_request(nlohmann::json::parse(request));
    } catch (const std::bad_alloc&) {
        send_to_host(R"({"kind":"failed","problem":"There is not enough memory for this site."})");
    } catch (const std::exception& error) {
        send_to_host(nlohmann::json({{"kind", "failed"}, {"problem", error.what()}}).dump());
    }
}
