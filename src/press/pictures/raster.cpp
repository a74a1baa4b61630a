#include "press/pictures/raster.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace broadsheet::press {

namespace {

constexpr std::size_t channels = 4;

// Tables between sRGB bytes and linear light (IEC 61966-2-1). The inverse table is fine enough for
// the smallest step between dark colours (0.0003).
constexpr std::size_t light_steps = 16384;

struct LightTables {
    std::array<float, 256> light{};
    std::array<std::uint8_t, light_steps + 1> byte{};

    LightTables() {
        for (std::size_t i = 0; i < light.size(); ++i) {
            const double value = static_cast<double>(i) / 255;
            light[i] = static_cast<float>(
                value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4));
        }
        for (std::size_t i = 0; i < byte.size(); ++i) {
            const double value = static_cast<double>(i) / light_steps;
            const double encoded =
                value <= 0.0031308 ? value * 12.92 : 1.055 * std::pow(value, 1 / 2.4) - 0.055;
            byte[i] = static_cast<std::uint8_t>(std::lround(encoded * 255));
        }
    }

    std::uint8_t byte_of(float value) const {
        const float step = std::clamp(value, 0.0F, 1.0F) * static_cast<float>(light_steps);
        return byte[static_cast<std::size_t>(std::lround(step))];
    }
};

const LightTables& tables() {
    static const LightTables only;
    return only;
}

// The source pixels that contribute to a pixel of the copy: `weights.size()` pixels from `first`.
struct Window {
    int first = 0;
    std::vector<float> weights;
};

// The Catmull-Rom kernel.
double curve(double x) {
    x = std::fabs(x);
    if (x >= 2) return 0;
    return x < 1 ? (1.5 * x - 2.5) * x * x + 1 : ((2.5 - 0.5 * x) * x - 4) * x + 2;
}

std::vector<Window> windows(int from, int to) {
    const double scale = static_cast<double>(from) / to;
    const double reach = 2 * scale;
    std::vector<Window> result(static_cast<std::size_t>(to));
    for (int i = 0; i < to; ++i) {
        Window& window = result[static_cast<std::size_t>(i)];
        const double center = (i + 0.5) * scale;
        window.first = std::max(0, static_cast<int>(std::floor(center - reach + 0.5)));
        const int last = std::min(from - 1, static_cast<int>(std::ceil(center + reach - 0.5)));
        double sum = 0;
        for (int at = window.first; at <= last; ++at) {
            const double weight = curve((at + 0.5 - center) / scale);
            sum += weight;
            window.weights.push_back(static_cast<float>(weight));
        }
        for (float& weight : window.weights) weight = static_cast<float>(weight / sum);
    }
    return result;
}

using Row = std::vector<float>;

// Reads a row of the source as linear light with premultiplied alpha.
void read_row(const Raster& raster, int y, Row& row) {
    const std::size_t size = static_cast<std::size_t>(raster.width) * channels;
    const std::uint8_t* pixel = raster.pixels.data() + static_cast<std::size_t>(y) * size;
    const auto& light = tables().light;
    for (std::size_t i = 0; i < size; i += channels) {
        const float alpha = static_cast<float>(pixel[i + 3]) / 255;
        for (std::size_t c = 0; c < 3; ++c) row[i + c] = light[pixel[i + c]] * alpha;
        row[i + 3] = alpha;
    }
}

void narrow_row(const Row& row, const std::vector<Window>& columns, Row& out) {
    std::size_t at = 0;
    for (const Window& window : columns) {
        const float* source = row.data() + static_cast<std::size_t>(window.first) * channels;
        std::array<float, channels> sum{};
        for (const float weight : window.weights) {
            for (std::size_t c = 0; c < channels; ++c) sum[c] += source[c] * weight;
            source += channels;
        }
        for (const float value : sum) out[at++] = value;
    }
}

void write_row(const Row& row, bool opaque, std::uint8_t* out) {
    for (std::size_t i = 0; i < row.size(); i += channels) {
        const float alpha = opaque ? 1.0F : std::clamp(row[i + 3], 0.0F, 1.0F);
        const float share = alpha > 0 ? 1 / alpha : 0;
        for (std::size_t c = 0; c < 3; ++c) out[i + c] = tables().byte_of(row[i + c] * share);
        out[i + 3] = static_cast<std::uint8_t>(std::lround(alpha * 255));
    }
}

}  // namespace

void find_transparency(Raster& raster) {
    raster.opaque = true;
    for (std::size_t i = 3; i < raster.pixels.size(); i += channels) {
        if (raster.pixels[i] != 255) raster.opaque = false;
    }
}

Raster upright(Raster raster, std::uint32_t orientation) {
    if (orientation < 2 || orientation > 8) return raster;
    const bool on_its_side = orientation >= 5;
    const bool from_right =
        orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
    const bool from_below =
        orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
    Raster result = raster;
    if (on_its_side) std::swap(result.width, result.height);
    const auto old_width = static_cast<std::size_t>(raster.width);
    const auto old_height = static_cast<std::size_t>(raster.height);
    const auto width = static_cast<std::size_t>(result.width);
    const auto height = static_cast<std::size_t>(result.height);
    for (std::size_t y = 0; y < height; ++y) {
        for (std::size_t x = 0; x < width; ++x) {
            std::size_t old_x = on_its_side ? y : x;
            std::size_t old_y = on_its_side ? x : y;
            if (from_right) old_x = old_width - 1 - old_x;
            if (from_below) old_y = old_height - 1 - old_y;
            std::copy_n(raster.pixels.data() + (old_y * old_width + old_x) * channels, channels,
                        result.pixels.data() + (y * width + x) * channels);
        }
    }
    return result;
}

Raster smaller(const Raster& raster, int width, int height) {
    Raster result;
    result.width = width;
    result.height = height;
    result.opaque = raster.opaque;
    result.profile = raster.profile;
    const std::size_t row_size = static_cast<std::size_t>(width) * channels;
    result.pixels.resize(result.pixel_count() * channels);

    const std::vector<Window> columns = windows(raster.width, width);
    const std::vector<Window> rows = windows(raster.height, height);
    Row source(static_cast<std::size_t>(raster.width) * channels);
    // A ring buffer of narrowed rows. A row is needed only while it is in the current window, and
    // windows never move back.
    std::size_t most = 0;
    for (const Window& window : rows) most = std::max(most, window.weights.size());
    std::vector<Row> kept(most + 1, Row(row_size));
    int next = 0;
    Row sum(row_size);
    for (int y = 0; y < height; ++y) {
        const Window& window = rows[static_cast<std::size_t>(y)];
        const int end = window.first + static_cast<int>(window.weights.size());
        for (next = std::max(next, window.first); next < end; ++next) {
            read_row(raster, next, source);
            narrow_row(source, columns, kept[static_cast<std::size_t>(next) % kept.size()]);
        }
        std::fill(sum.begin(), sum.end(), 0.0F);
        for (std::size_t i = 0; i < window.weights.size(); ++i) {
            const Row& row = kept[(static_cast<std::size_t>(window.first) + i) % kept.size()];
            for (std::size_t c = 0; c < row_size; ++c) sum[c] += row[c] * window.weights[i];
        }
        write_row(sum, result.opaque,
                  result.pixels.data() + static_cast<std::size_t>(y) * row_size);
    }
    return result;
}

std::string placeholder_of(const Raster& raster) {
    constexpr int across = 3;
    constexpr int down = 2;
    if (!raster.opaque || raster.width < across || raster.height < down) return {};
    static constexpr std::array<char, 16> digits = {'0', '1', '2', '3', '4', '5', '6', '7',
                                                    '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};
    std::string result;
    for (int part = 0; part < across * down; ++part) {
        const int left = part % across * raster.width / across;
        const int right = (part % across + 1) * raster.width / across;
        const int top = part / across * raster.height / down;
        const int bottom = (part / across + 1) * raster.height / down;
        std::array<double, 3> sum{};
        for (int y = top; y < bottom; ++y) {
            for (int x = left; x < right; ++x) {
                const std::size_t at =
                    (static_cast<std::size_t>(y) * static_cast<std::size_t>(raster.width) +
                     static_cast<std::size_t>(x)) *
                    channels;
                for (std::size_t c = 0; c < 3; ++c) {
                    sum[c] += static_cast<double>(tables().light[raster.pixels[at + c]]);
                }
            }
        }
        const double count = static_cast<double>(right - left) * (bottom - top);
        for (const double value : sum) {
            const std::uint8_t byte = tables().byte_of(static_cast<float>(value / count));
            result += digits[static_cast<std::size_t>((byte * 15 + 127) / 255)];
        }
    }
    return result;
}

}  // namespace broadsheet::press
