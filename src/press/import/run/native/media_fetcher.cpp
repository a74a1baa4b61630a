#include "press/import/run/media_fetcher.h"

#include <curl/curl.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <fstream>
#include <map>
#include <memory>
#include <string_view>
#include <system_error>

#include "press/base/files.h"
#include "strings/ascii.h"
#include "strings/percent.h"

namespace broadsheet::press {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

namespace {

constexpr long ok = 200;
constexpr long partial_content = 206;
constexpr long range_not_satisfiable = 416;
constexpr long too_many_requests = 429;
constexpr long server_error = 500;

// The file of the authorities that the system trusts. A program for every Linux cannot know it when
// it is built; each distribution has its own. Empty: what the library was built with.
std::string trusted_authorities() {
    if (const char* chosen = std::getenv("SSL_CERT_FILE"); chosen != nullptr) return chosen;
    static constexpr auto known = std::to_array<const char*>({
        "/etc/ssl/certs/ca-certificates.crt",                 // Debian, Ubuntu, Arch, Gentoo
        "/etc/pki/tls/certs/ca-bundle.crt",                   // Fedora, RHEL
        "/etc/ssl/ca-bundle.pem",                             // openSUSE
        "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",  // RHEL
        "/etc/ssl/cert.pem",                                  // Alpine
    });
    const auto* const found = std::find_if(known.begin(), known.end(), [](const char* file) {
        std::error_code ignored;
        return fs::is_regular_file(file, ignored);
    });
    return found == known.end() ? std::string() : *found;
}

// Encodes what a URL cannot contain; what is encoded already stays.
std::string url_of(std::string_view address) {
    static constexpr strings::KeptBytes kept("-._~:/?#[]@!$&'()*+,;=%");
    std::string url = address.starts_with("//") ? "https:" : "";
    strings::append_percent_encoded(url, address, kept);
    return url;
}

// True if a file that is named like a picture is none. Servers answer with pages in place of
// pictures that are gone.
bool is_wrong_kind(const fs::path& file, const fs::path& named) {
    static constexpr auto pictures = std::to_array<std::string_view>(
        {".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".bmp", ".tif", ".tiff", ".ico"});
    const std::string ending = extension_of(named.string());
    std::array<char, 16> bytes{};
    std::ifstream in(file, std::ios::binary);
    in.read(bytes.data(), bytes.size());
    const std::string_view begin(bytes.data(), static_cast<std::size_t>(in.gcount()));
    const std::string lower = strings::lower_ascii(begin);
    const bool is_page = lower.starts_with("<!doctype html") || lower.starts_with("<html");
    if (is_page) return ending != ".html" && ending != ".htm";
    if (std::find(pictures.begin(), pictures.end(), ending) == pictures.end()) return false;
    static constexpr auto starts = std::to_array<std::string_view>(
        {"\xFF\xD8\xFF", "\x89PNG", "GIF8", "RIFF", "BM", "II*", "MM", "<svg", "<?xml"});
    const bool is_known =
        std::any_of(starts.begin(), starts.end(),
                    [&](std::string_view start) { return begin.starts_with(start); }) ||
        begin.starts_with(std::string_view("\0\0\1\0", 4)) ||
        (begin.size() > 8 && begin.substr(4, 4) == "ftyp");
    return !is_known;
}

// One connection and the file that it fetches.
class Transfer {
  public:
    explicit Transfer(std::size_t request) : request_(request), handle_(curl_easy_init()) {}
    Transfer(const Transfer&) = delete;
    Transfer& operator=(const Transfer&) = delete;
    ~Transfer() {
        close();
        curl_easy_cleanup(handle_);
    }

    CURL* handle() const { return handle_; }
    std::size_t request() const { return request_; }

    // Begins to fetch; false if the file cannot be written.
    bool begin(const std::string& address, const fs::path& file, const FetchOptions& options) {
        part_ = fs::path(file.string() + ".part");
        std::error_code error;
        fs::create_directories(file.parent_path(), error);
        const auto size = fs::file_size(part_, error);
        offset_ = error ? 0 : static_cast<curl_off_t>(size);
        out_ = std::fopen(part_.c_str(), "ab");
        if (out_ == nullptr) return false;
        const std::string url = url_of(address);
        constexpr long most_redirects = 5;
        constexpr long connect_seconds = 20;
        constexpr long idle_seconds = 30;
        curl_easy_setopt(handle_, CURLOPT_URL, url.c_str());
        if (const std::string trusted = trusted_authorities(); !trusted.empty()) {
            curl_easy_setopt(handle_, CURLOPT_CAINFO, trusted.c_str());
        }
        curl_easy_setopt(handle_, CURLOPT_PROTOCOLS_STR, "http,https");
        curl_easy_setopt(handle_, CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
        curl_easy_setopt(handle_, CURLOPT_FOLLOWLOCATION, 1L);
        curl_easy_setopt(handle_, CURLOPT_MAXREDIRS, most_redirects);
        curl_easy_setopt(handle_, CURLOPT_CONNECTTIMEOUT, connect_seconds);
        curl_easy_setopt(handle_, CURLOPT_LOW_SPEED_LIMIT, 1L);
        curl_easy_setopt(handle_, CURLOPT_LOW_SPEED_TIME, idle_seconds);
        curl_easy_setopt(handle_, CURLOPT_NOSIGNAL, 1L);
        curl_easy_setopt(handle_, CURLOPT_USERAGENT, options.user_agent.c_str());
        curl_easy_setopt(handle_, CURLOPT_MAXFILESIZE_LARGE,
                         static_cast<curl_off_t>(options.max_bytes));
        curl_easy_setopt(handle_, CURLOPT_RESUME_FROM_LARGE, offset_);
        curl_easy_setopt(handle_, CURLOPT_WRITEFUNCTION, &Transfer::take);
        curl_easy_setopt(handle_, CURLOPT_WRITEDATA, this);
        curl_easy_setopt(handle_, CURLOPT_PRIVATE, this);
        room_ = options.max_bytes;
        return true;
    }

    void close() {
        if (out_ != nullptr) std::fclose(out_);
        out_ = nullptr;
    }

    long status() const {
        long status = 0;
        curl_easy_getinfo(handle_, CURLINFO_RESPONSE_CODE, &status);
        return status;
    }
    curl_off_t asked_pause() const {
        curl_off_t seconds = 0;
        curl_easy_getinfo(handle_, CURLINFO_RETRY_AFTER, &seconds);
        return seconds;
    }
    const fs::path& part() const { return part_; }

  private:
    static std::size_t take(char* bytes, std::size_t size, std::size_t count, void* self) {
        return static_cast<Transfer*>(self)->write(bytes, size * count);
    }

    std::size_t write(const char* bytes, std::size_t size) {
        const long answer = status();
        if (answer != ok && answer != partial_content) return size;  // the text of an error
        // The server sends the whole file again.
        if (answer == ok && offset_ > 0) {
            close();
            out_ = std::fopen(part_.c_str(), "wb");
            offset_ = 0;
        }
        if (out_ == nullptr || size > room_) return 0;
        room_ -= size;
        return std::fwrite(bytes, 1, size, out_);
    }

    std::size_t request_;
    CURL* handle_;
    std::FILE* out_ = nullptr;
    fs::path part_;
    curl_off_t offset_ = 0;
    std::uint64_t room_ = 0;
};

class Fetcher {
  public:
    Fetcher(const std::vector<FetchRequest>& requests, const FetchOptions& options)
        : requests_(requests),
          options_(options),
          results_(requests.size()),
          multi_(curl_multi_init()) {}
    Fetcher(const Fetcher&) = delete;
    Fetcher& operator=(const Fetcher&) = delete;
    ~Fetcher() {
        for (const auto& each : running_) curl_multi_remove_handle(multi_, each->handle());
        running_.clear();
        curl_multi_cleanup(multi_);
    }

    std::vector<FetchResult> run() {
        if (options_.progress != nullptr) options_.progress->begin("media", requests_.size());
        for (std::size_t i = 0; i < requests_.size(); ++i) enqueue(i);
        while (!waiting_.empty() || !running_.empty()) step();
        if (options_.progress != nullptr) options_.progress->end();
        return std::move(results_);
    }

  private:
    struct Waiting {
        std::size_t request = 0;
        int tries = 0;  // of this address so far
        Clock::time_point from;
    };

    void enqueue(std::size_t i) {
        std::error_code error;
        const auto& choices = requests_[i].choices;
        for (std::size_t choice = 0; choice < choices.size(); ++choice) {
            if (!fs::is_regular_file(choices[choice].second, error)) continue;
            results_[i] = {choice, true, {}};
            return done();
        }
        waiting_.push_back({i, 0, Clock::now()});
    }

    void done() {
        if (options_.progress != nullptr) options_.progress->advance();
    }

    void step() {
        begin_waiting();
        int running = 0;
        curl_multi_perform(multi_, &running);
        int left = 0;
        while (const CURLMsg* message = curl_multi_info_read(multi_, &left)) {
            if (message->msg == CURLMSG_DONE) finish(message->easy_handle, message->data.result);
        }
        constexpr int milliseconds = 100;
        if (!waiting_.empty() || !running_.empty()) {
            curl_multi_poll(multi_, nullptr, 0, milliseconds, nullptr);
        }
    }

    void begin_waiting() {
        for (std::size_t i = waiting_.size(); i > 0 && running_.size() < options_.at_a_time; --i) {
            const Waiting next = waiting_.front();
            waiting_.pop_front();
            const auto& [address, file] =
                requests_[next.request].choices[results_[next.request].choice];
            // Several smaller sizes have one original.
            const auto part = fs::path(file.string() + ".part");
            const bool is_running =
                std::any_of(running_.begin(), running_.end(),
                            [&](const auto& each) { return each->part() == part; });
            if (is_running || next.from > Clock::now()) {
                waiting_.push_back(next);
                continue;
            }
            std::error_code error;
            if (fs::is_regular_file(file, error)) {
                results_[next.request].was_there = true;
                results_[next.request].problem.clear();
                done();
                continue;
            }
            auto transfer = std::make_unique<Transfer>(next.request);
            tries_[next.request] = next.tries;
            if (!transfer->begin(address, file, options_)) {
                results_[next.request].problem = "the file cannot be written";
                done();
                continue;
            }
            curl_multi_add_handle(multi_, transfer->handle());
            running_.push_back(std::move(transfer));
        }
    }

    void finish(CURL* handle, CURLcode code) {
        const auto found = std::find_if(running_.begin(), running_.end(),
                                        [&](const auto& each) { return each->handle() == handle; });
        const std::unique_ptr<Transfer> transfer = std::move(*found);
        running_.erase(found);
        curl_multi_remove_handle(multi_, handle);
        transfer->close();
        const std::size_t i = transfer->request();
        FetchResult& result = results_[i];
        const fs::path& file = requests_[i].choices[result.choice].second;
        const std::string problem = problem_of(*transfer, code, file);
        if (problem.empty()) {
            std::error_code error;
            fs::rename(transfer->part(), file, error);
            result.problem = error ? "the file cannot be written" : "";
            return done();
        }
        result.problem = problem;
        if (may_pass(*transfer, code) && tries_[i] + 1 < options_.tries) {
            return wait(i, transfer->asked_pause());
        }
        if (result.choice + 1 < requests_[i].choices.size()) {
            ++result.choice;
            waiting_.push_back({i, 0, Clock::now()});
            return;
        }
        done();
    }

    std::string problem_of(const Transfer& transfer, CURLcode code, const fs::path& file) {
        const long status = transfer.status();
        std::error_code error;
        if (status == range_not_satisfiable) {
            fs::remove(transfer.part(), error);
            return "the server has another file now";
        }
        if (status != ok && status != partial_content) {
            if (fs::file_size(transfer.part(), error) == 0) fs::remove(transfer.part(), error);
            return status == 0 ? curl_easy_strerror(code)
                               : "the server answered " + std::to_string(status);
        }
        if (code != CURLE_OK) return curl_easy_strerror(code);
        if (is_wrong_kind(transfer.part(), file)) {
            fs::remove(transfer.part(), error);
            return "the server answered with something else than such a file";
        }
        return {};
    }

    // True for failures after which another try is sensible.
    static bool may_pass(const Transfer& transfer, CURLcode code) {
        const long status = transfer.status();
        if (status == range_not_satisfiable || status == too_many_requests ||
            status >= server_error) {
            return true;
        }
        return code == CURLE_OPERATION_TIMEDOUT || code == CURLE_PARTIAL_FILE ||
               code == CURLE_RECV_ERROR || code == CURLE_GOT_NOTHING || code == CURLE_SEND_ERROR ||
               code == CURLE_HTTP2_STREAM;
    }

    void wait(std::size_t i, curl_off_t asked) {
        const int tries = ++tries_[i];
        auto pause = options_.pause * (1 << std::min(tries - 1, 10));
        pause = std::max<std::chrono::milliseconds>(pause, std::chrono::seconds(asked));
        pause = std::min<std::chrono::milliseconds>(pause, options_.longest_pause);
        waiting_.push_back({i, tries, Clock::now() + pause});
    }

    const std::vector<FetchRequest>& requests_;
    const FetchOptions& options_;
    std::vector<FetchResult> results_;
    CURLM* multi_;
    std::deque<Waiting> waiting_;
    std::vector<std::unique_ptr<Transfer>> running_;
    std::map<std::size_t, int> tries_;  // by request
};

}  // namespace

std::vector<FetchResult> fetch_files(const std::vector<FetchRequest>& requests,
                                     const FetchOptions& options) {
    static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
    (void)ready;
    return Fetcher(requests, options).run();
}

}  // namespace broadsheet::press
