#include "press/import/exports/json_rows.h"

#include <cstddef>
#include <nlohmann/json.hpp>
#include <streambuf>
#include <utility>
#include <vector>

#include "press/import/exports/export_bytes.h"

namespace broadsheet::press {

namespace {

// The bytes of an export as a stream, which counts lines.
class ByteStream : public std::streambuf {
  public:
    explicit ByteStream(const std::filesystem::path& path) : bytes_(path) {}

    bool is_open() const { return bytes_.is_open(); }
    const ExportBytes& bytes() const { return bytes_; }

    // Where the next byte is.
    Position position() {
        count();
        return {line_, static_cast<int>(column_)};
    }

  protected:
    int_type underflow() override {
        count();
        buffer_.clear();
        counted_ = 0;
        if (!bytes_.read(buffer_)) {
            setg(nullptr, nullptr, nullptr);
            return traits_type::eof();
        }
        setg(buffer_.data(), buffer_.data(), buffer_.data() + buffer_.size());
        return traits_type::to_int_type(buffer_[0]);
    }

  private:
    void count() {
        const auto end = static_cast<std::size_t>(gptr() - eback());
        for (; counted_ < end; ++counted_) {
            ++column_;
            if (buffer_[counted_] != '\n') continue;
            ++line_;
            column_ = 1;
        }
    }

    ExportBytes bytes_;
    std::string buffer_;
    std::size_t counted_ = 0;
    int line_ = 1;
    std::size_t column_ = 1;
};

// The events of nlohmann's parser.
class Rows : public nlohmann::json_sax<nlohmann::json> {
  public:
    explicit Rows(const std::function<void(std::string_view, RecordFields&&)>& visit)
        : visit_(visit) {}

    bool null() override { return true; }
    bool boolean(bool value) override { return put(value ? "true" : "false"); }
    bool number_integer(number_integer_t value) override { return put(std::to_string(value)); }
    bool number_unsigned(number_unsigned_t value) override { return put(std::to_string(value)); }
    bool number_float(number_float_t, const string_t& text) override { return put(text); }
    bool string(string_t& text) override { return put(std::move(text)); }
    bool binary(binary_t&) override { return true; }

    bool start_object(std::size_t) override {
        const bool is_row = !levels_.empty() && levels_.back().is_list && row_depth_ == 0 &&
                            levels_.back().name != "db";
        levels_.push_back({key_, false});
        if (is_row) {
            row_depth_ = levels_.size();
            row_.clear();
        }
        return true;
    }
    bool end_object() override {
        if (row_depth_ == levels_.size() && row_depth_ > 0) {
            row_depth_ = 0;
            visit_(levels_[levels_.size() - 2].name, std::move(row_));
            row_ = {};
        }
        levels_.pop_back();
        return true;
    }
    bool start_array(std::size_t) override {
        levels_.push_back({key_, true});
        return levels_.size() < deepest;
    }
    bool end_array() override {
        levels_.pop_back();
        return true;
    }
    bool key(string_t& name) override {
        key_ = std::move(name);
        return true;
    }
    bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception&) override {
        return false;
    }

  private:
    static constexpr std::size_t deepest = 1000;

    struct Level {
        std::string name;  // the member that the object or list is the value of
        bool is_list = false;
    };

    bool put(std::string text) {
        if (row_depth_ > 0 && row_depth_ == levels_.size()) row_[key_] = std::move(text);
        return true;
    }

    const std::function<void(std::string_view, RecordFields&&)>& visit_;
    std::vector<Level> levels_;
    std::string key_;
    std::size_t row_depth_ = 0;  // of the object that is the row; 0: none
    RecordFields row_;
};

}  // namespace

std::optional<Diagnostic> read_json_rows(
    const std::filesystem::path& path,
    const std::function<void(std::string_view, RecordFields&&)>& visit) {
    Diagnostic error;
    error.path = path.string();
    ByteStream bytes(path);
    if (!bytes.is_open()) {
        error.what = "the file cannot be read";
        error.remedy = "check its name and permissions";
        return error;
    }
    std::istream stream(&bytes);
    Rows rows(visit);
    if (nlohmann::json::sax_parse(stream, &rows)) return std::nullopt;
    error.position = bytes.position();
    error.what = bytes.bytes().is_damaged() ? bytes.bytes().damage() : "the file is not valid JSON";
    error.remedy = "export or copy the file again";
    return error;
}

}  // namespace broadsheet::press
