#include "press/formulas/formula_setter.h"

#include <algorithm>
#include <map>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "press/formulas/formula_parts.h"
#include "press/formulas/katex_engine.h"
#include "press/formulas/mathml.h"
#include "strings/ascii.h"
#include "strings/utf8.h"

namespace broadsheet::press {

namespace {

constexpr std::size_t max_bytes = 20'000;
constexpr int max_nesting = 100;

// Lends engines to threads, and keeps what was set.
class Setter {
  public:
    SetFormula set(std::string_view tex, bool display) {
        const std::pair<std::string, bool> key(tex, display);
        {
            const std::lock_guard lock(mutex_);
            const auto found = known_.find(key);
            if (found != known_.end()) return found->second;
        }
        SetFormula result = make(tex, display);
        const std::lock_guard lock(mutex_);
        constexpr std::size_t max_known = 20'000;
        if (known_.size() < max_known) known_.emplace(key, result);
        return result;
    }

  private:
    std::unique_ptr<KatexEngine> borrow() {
        {
            const std::lock_guard lock(mutex_);
            if (!idle_.empty()) {
                std::unique_ptr<KatexEngine> engine = std::move(idle_.back());
                idle_.pop_back();
                return engine;
            }
        }
        return std::make_unique<KatexEngine>();
    }

    static std::size_t byte_offset(std::string_view tex, int units) {
        std::size_t at = 0;
        while (units > 0 && at < tex.size()) {
            units -= strings::next_code_point(tex, at) > 0xFFFF ? 2 : 1;
        }
        return at;
    }

    SetFormula make(std::string_view tex, bool display) {
        std::unique_ptr<KatexEngine> engine = borrow();
        KatexAnswer answer = engine->run(tex, display);
        const bool reusable = !engine->is_exhausted();
        if (reusable) {
            const std::lock_guard lock(mutex_);
            idle_.push_back(std::move(engine));
        }
        SetFormula result;
        if (answer.error.empty()) result.mathml = clean_mathml(answer.markup);
        if (!display) result.mathml = in_parts(std::move(result.mathml));
        if (!result.mathml.empty()) return result;
        result.error = answer.error.empty() ? "the formula is empty" : std::move(answer.error);
        result.offset = byte_offset(tex, answer.error_place);
        return result;
    }

    std::mutex mutex_;
    std::vector<std::unique_ptr<KatexEngine>> idle_;
    std::map<std::pair<std::string, bool>, SetFormula> known_;
};

// What a command or sign at the start of `tex` adds to the depth of nesting.
int nesting_of(std::string_view tex) {
    if (tex[0] == '{' || tex[0] == '[') return 1;
    if (tex[0] == '}' || tex[0] == ']') return -1;
    if (tex[0] != '\\') return 0;
    const auto is_command = [&](std::string_view name) {
        return tex.substr(1).starts_with(name) &&
               (tex.size() == name.size() + 1 || !strings::is_letter(tex[name.size() + 1]));
    };
    if (is_command("left") || is_command("begin")) return 1;
    if (is_command("right") || is_command("end")) return -1;
    return 0;
}

// Deeply nested groups would need more stack than WebAssembly has.
bool is_too_deep(std::string_view tex) {
    int depth = 0;
    for (std::size_t i = 0; i < tex.size(); ++i) {
        depth = std::max(0, depth + nesting_of(tex.substr(i)));
        if (depth > max_nesting) return true;
    }
    return false;
}

}  // namespace

SetFormula set_formula(std::string_view tex, bool display) {
    if (tex.size() > max_bytes) return {{}, "the formula is longer than 20,000 bytes", 0};
    if (is_too_deep(tex)) return {{}, "groups are nested more than 100 deep", 0};
    static Setter setter;
    return setter.set(tex, display);
}

}  // namespace broadsheet::press
