// Packing of values to bytes: varint.h and member_packing.h.
#include <doctest/doctest.h>

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "press/base/file_stamp.h"
#include "press/base/member_packing.h"
#include "press/base/varint.h"

namespace broadsheet::press {

namespace {

struct Packed {
    std::string text;
    std::vector<int> numbers;
    std::optional<std::int64_t> absent;
    std::optional<std::int64_t> present;
    std::pair<std::string, bool> pair;
    std::shared_ptr<const FileStamp> shared;
};

template <model::Either<Packed> Type, typename Visit>
void members(Type& packed, Visit&& visit) {
    auto& [text, numbers, absent, present, pair, shared] = packed;
    visit(text, numbers, absent, present, pair, shared);
}

Packed sample() {
    const FileStamp stamp{1, -2, 3, 4};
    return {"a b", {0, -1, 300}, std::nullopt,
            -7,    {"x", true},  std::make_shared<const FileStamp>(stamp)};
}

std::string bytes_of(const Packed& value) {
    MemberWriter writer;
    writer(value);
    return writer.take();
}

}  // namespace

TEST_CASE("numbers take seven bits a byte") {
    ByteWriter writer;
    writer.number(0);
    writer.number(127);
    writer.number(128);
    writer.number(std::numeric_limits<std::uint64_t>::max());
    writer.signed_number(-1);
    writer.signed_number(std::numeric_limits<std::int64_t>::min());
    const std::string bytes = writer.take();
    CHECK(bytes.size() == 1 + 1 + 2 + 10 + 1 + 10);
    ByteReader reader(bytes);
    CHECK(reader.number() == 0);
    CHECK(reader.number() == 127);
    CHECK(reader.number() == 128);
    CHECK(reader.number() == std::numeric_limits<std::uint64_t>::max());
    CHECK(reader.signed_number() == -1);
    CHECK(reader.signed_number() == std::numeric_limits<std::int64_t>::min());
    CHECK(reader.left() == 0);
    CHECK(reader.ok());
}

TEST_CASE("after the end of the bytes everything is empty") {
    for (const std::string& bytes : {std::string("\x05"
                                                 "abc"),
                                     std::string("\x80\x80"), std::string()}) {
        ByteReader reader(bytes);
        CHECK(reader.text().empty());
        CHECK(!reader.ok());
        CHECK(reader.number() == 0);
    }
}

TEST_CASE("values are read as they were written") {
    const std::string bytes = bytes_of(sample());
    Packed read;
    MemberReader reader{strings::SharedBytes(bytes)};
    reader(read);
    CHECK(reader.ok());
    CHECK(reader.at_end());
    CHECK(read.numbers == std::vector<int>{0, -1, 300});
    CHECK(!read.absent);
    CHECK(read.present == -7);
    CHECK(read.pair == std::pair<std::string, bool>("x", true));
    REQUIRE(read.shared != nullptr);
    CHECK(read.shared->changed == -2);
}

TEST_CASE("shortened bytes are not values") {
    const std::string bytes = bytes_of(sample());
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        Packed read;
        MemberReader reader{strings::SharedBytes(bytes.substr(0, size))};
        reader(read);
        CHECK_MESSAGE(!reader.ok(), size);
    }
}

TEST_CASE("a count larger than the bytes does not allocate") {
    ByteWriter writer;
    writer.number(std::uint64_t{1} << 60U);
    const std::string bytes = writer.take();
    std::vector<std::string> read;
    MemberReader reader{strings::SharedBytes(bytes)};
    reader(read);
    CHECK(!reader.ok());
    CHECK(read.empty());
}

TEST_CASE("members can be left out") {
    const Packed value = sample();
    MemberWriter writer;
    writer.without(value, value.text, value.shared);
    MemberWriter expected;
    expected(value.numbers, value.absent, value.present, value.pair);
    CHECK(writer.take() == expected.take());
}

}  // namespace broadsheet::press
