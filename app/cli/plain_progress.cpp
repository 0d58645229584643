#include "progress.h"
#include "text/quantity.h"

#include <format>
#include <map>
#include <set>

namespace slipway::cli {

using namespace engine;

std::string stepLabel(const StepEvent& step, bool oneStage) {
    const bool named = !step.stage.empty() && step.stage.find_first_not_of("0123456789") != std::string::npos;
    const std::string stage = named ? step.stage : std::format("stage-{}", step.stageIndex);
    return std::format("[{}{}/{}] {}", oneStage && !named ? "" : stage + " ", step.number, step.count, step.name);
}

namespace {

class PlainProgress : public Progress {
public:
    explicit PlainProgress(std::FILE* out) : m_out(out) {}

    void take(const BuildEvent& event) override {
        std::visit([&](const auto& what) { tell(event.atMs, what); }, event.what);
        std::fflush(m_out);
    }

private:
    // One step's number in the output, and the part of a line that hasn't ended yet.
    struct Shown {
        int number = 0;
        std::int64_t startedAt = 0;
        std::string rest;
        std::string label;
    };

    void tell(std::int64_t at, const StepEvent& step) {
        m_stages.insert(step.stageIndex);
        if (step.status == StepStatus::Waiting) {
            return;
        }
        Shown& shown = m_steps[step.id];
        if (shown.number == 0) {
            shown.number = ++m_last;
            shown.startedAt = at;
            shown.label = stepLabel(step, m_stages.size() == 1);
            line(shown, shown.label);
        }
        switch (step.status) {
            case StepStatus::Running:
                if (const std::string why = step.reason.text(); !why.empty()) {
                    line(shown, "because " + why);
                }
                return;
            case StepStatus::Cached:
                line(shown, step.dockerWouldRerun ? "CACHED (docker build would have run this)" : "CACHED");
                break;
            case StepStatus::Done:
                finishLine(at, shown);
                line(shown, std::format("DONE {:.1f}s", static_cast<double>(step.durationMs) / 1000) +
                                (step.size ? " " + text::bytesText(step.size) : ""));
                break;
            case StepStatus::Failed:
                finishLine(at, shown);
                line(shown, "ERROR: " + step.message);
                break;
            case StepStatus::Canceled:
                finishLine(at, shown);
                line(shown, "CANCELED");
                break;
            case StepStatus::Waiting:
                break;
        }
        std::fputc('\n', m_out);
    }
    void tell(std::int64_t at, const LogEvent& log) {
        Shown& shown = m_steps[log.id];
        shown.rest += log.text;
        std::size_t begin = 0;
        for (std::size_t end = 0; (end = shown.rest.find('\n', begin)) != std::string::npos; begin = end + 1) {
            logLine(at, shown, std::string_view(shown.rest).substr(begin, end - begin));
        }
        shown.rest.erase(0, begin);
    }
    void tell(std::int64_t, const ProgressEvent& progress) {
        // Every tenth of a known total is enough for lines that stay.
        Shown& shown = m_steps[progress.id];
        if (shown.number == 0 || progress.total == 0) {
            return;
        }
        const auto tenth = static_cast<int>(progress.current * 10 / progress.total);
        int& last = m_tenths[progress.id];
        if (tenth > last) {
            last = tenth;
            const bool bytes = progress.unit == "bytes";
            line(shown, bytes ? text::bytesText(progress.current) + " / " + text::bytesText(progress.total)
                              : std::format("{} / {} {}", progress.current, progress.total, progress.unit));
        }
    }
    void tell(std::int64_t, const ImageEvent&) {}
    void tell(std::int64_t, const ErrorEvent&) {}
    void tell(std::int64_t, const NoteEvent& note) { std::fprintf(m_out, "note: %s\n", note.text.c_str()); }
    void tell(std::int64_t, const EndEvent&) {}

    void line(const Shown& shown, const std::string& text) {
        std::fprintf(m_out, "#%d %s\n", shown.number, text.c_str());
    }
    void logLine(std::int64_t at, const Shown& shown, std::string_view text) {
        if (!text.empty() && text.back() == '\r') {
            text.remove_suffix(1);
        }
        // What a terminal shows in the end of a line that was written over.
        if (const std::size_t again = text.rfind('\r'); again != std::string_view::npos) {
            text.remove_prefix(again + 1);
        }
        std::fprintf(m_out, "#%d %.3f %.*s\n", shown.number, static_cast<double>(at - shown.startedAt) / 1000,
                     static_cast<int>(text.size()), text.data());
    }
    void finishLine(std::int64_t at, Shown& shown) {
        if (!shown.rest.empty()) {
            logLine(at, shown, shown.rest);
            shown.rest.clear();
        }
    }

    std::FILE* m_out;
    std::map<std::string, Shown> m_steps;
    std::map<std::string, int> m_tenths;
    std::set<int> m_stages;
    int m_last = 0;
};

class JsonProgress : public Progress {
public:
    explicit JsonProgress(std::FILE* out) : m_out(out) {}
    void take(const BuildEvent& event) override {
        const std::string json = toJson(event);
        std::fwrite(json.data(), 1, json.size(), m_out);
        std::fputc('\n', m_out);
        std::fflush(m_out);
    }

private:
    std::FILE* m_out;
};

}  // namespace

std::unique_ptr<Progress> plainProgress(std::FILE* out) { return std::make_unique<PlainProgress>(out); }
std::unique_ptr<Progress> jsonProgress(std::FILE* out) { return std::make_unique<JsonProgress>(out); }

}  // namespace slipway::cli
