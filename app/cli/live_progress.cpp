#include "progress.h"
#include "terminal.h"
#include "text/quantity.h"

#include <algorithm>
#include <chrono>
#include <deque>
#include <format>
#include <map>
#include <set>

namespace slipway::cli {

using namespace engine;

namespace {

constexpr std::size_t kLogLines = 6;  // of a running step, as docker build shows them

constexpr auto kReset = "\x1b[0m";
constexpr auto kTeal = "\x1b[36m";
constexpr auto kBlue = "\x1b[34m";
constexpr auto kRed = "\x1b[31m";
constexpr auto kFaint = "\x1b[2m";

class LiveProgress : public Progress {
public:
    explicit LiveProgress(std::FILE* out) : m_out(out), m_began(Clock::now()) {}
    ~LiveProgress() override { std::fflush(m_out); }

    void take(const BuildEvent& event) override {
        m_now = event.atMs;
        std::visit([this](const auto& what) { tell(what); }, event.what);
        const auto now = Clock::now();
        if (m_ended || now - m_drawn > std::chrono::milliseconds(50)) {
            draw();
        }
    }
    void tick() override {
        m_now = std::max<std::int64_t>(
            m_now, std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - m_began).count());
        draw();
    }

private:
    using Clock = std::chrono::steady_clock;
    struct Row {
        StepEvent step;
        std::int64_t startedAt = 0;
        std::deque<std::string> lines;
        std::string rest;
        ProgressEvent progress;
    };

    void tell(const StepEvent& step) {
        m_stages.insert(step.stageIndex);
        auto [at, fresh] = m_index.try_emplace(step.id, m_rows.size());
        if (fresh) {
            m_rows.emplace_back();
        }
        Row& row = m_rows[at->second];
        if (step.status == StepStatus::Running && row.step.status != StepStatus::Running) {
            row.startedAt = m_now;
        }
        if (step.status != StepStatus::Waiting && row.step.status == StepStatus::Waiting) {
            m_order.push_back(at->second);
        }
        row.step = step;
    }
    void tell(const LogEvent& log) {
        const auto found = m_index.find(log.id);
        if (found == m_index.end()) {
            return;
        }
        Row& row = m_rows[found->second];
        row.rest += log.text;
        std::size_t begin = 0;
        for (std::size_t end = 0; (end = row.rest.find_first_of("\n\r", begin)) != std::string::npos; begin = end + 1) {
            if (end > begin) {
                row.lines.push_back(row.rest.substr(begin, std::min<std::size_t>(end - begin, 2000)));
            }
        }
        row.rest.erase(0, begin);
        while (row.lines.size() > kLogLines) {
            row.lines.pop_front();
        }
    }
    void tell(const ProgressEvent& progress) {
        if (const auto found = m_index.find(progress.id); found != m_index.end()) {
            m_rows[found->second].progress = progress;
        }
    }
    void tell(const ImageEvent&) {}
    void tell(const ErrorEvent&) {}
    void tell(const NoteEvent& note) { m_notes.push_back(note.text); }
    void tell(const EndEvent&) { m_ended = true; }

    [[nodiscard]] std::string ink(const char* code) const { return m_colors ? code : std::string(); }

    [[nodiscard]] std::string rowText(const Row& row, std::size_t width) const {
        const StepEvent& step = row.step;
        std::string right;
        const char* color = kBlue;
        switch (step.status) {
            case StepStatus::Cached:
                color = kTeal;
                break;
            case StepStatus::Running:
                right = std::format("{:.1f}s",
                                    static_cast<double>(std::max<std::int64_t>(0, m_now - row.startedAt)) / 1000);
                if (row.progress.total != 0 && row.progress.unit == "bytes") {
                    right = text::bytesText(row.progress.current) + " / " + text::bytesText(row.progress.total) + "  " +
                            right;
                }
                break;
            case StepStatus::Failed:
                color = kRed;
                [[fallthrough]];
            default:
                right = std::format("{:.1f}s", static_cast<double>(step.durationMs) / 1000);
                break;
        }
        const char* const word = step.status == StepStatus::Cached     ? "CACHED "
                                 : step.status == StepStatus::Failed   ? "ERROR "
                                 : step.status == StepStatus::Canceled ? "CANCELED "
                                                                       : "";
        const std::size_t room = width > right.size() + 6 ? width - right.size() - 6 : 8;
        const std::string label = printable(word + stepLabel(step, m_stages.size() == 1), room);
        const std::size_t used = columnsOf(label) + 4;
        const std::size_t pad = width > used + right.size() ? width - used - right.size() : 1;
        const char* const arrow = step.status == StepStatus::Running ? " -> " : " => ";
        return ink(color) + arrow + label + ink(kReset) + std::string(pad, ' ') + right;
    }

    void draw() {
        m_drawn = Clock::now();
        const TerminalSize size = terminalSize(m_out);
        const std::size_t width = size.columns > 1 ? size.columns - 1 : 1;
        std::string out;
        if (m_height > 0) {
            out += std::format("\x1b[{}A", m_height);
        }
        out += "\x1b[J";
        for (; m_notesShown < m_notes.size(); ++m_notesShown) {
            out += "note: " + m_notes[m_notesShown] + "\n";
        }
        // What is finished and at the top scrolls away for good; the rest is drawn anew each time.
        while (m_settled < m_order.size() &&
               (m_ended || m_rows[m_order[m_settled]].step.status != StepStatus::Running)) {
            out += rowText(m_rows[m_order[m_settled++]], width) + "\n";
        }
        std::vector<std::string> lines;
        for (std::size_t i = m_settled; i < m_order.size(); ++i) {
            const Row& row = m_rows[m_order[i]];
            lines.push_back(rowText(row, width));
            if (row.step.status == StepStatus::Running) {
                for (const std::string& line : row.lines) {
                    lines.push_back(ink(kFaint) + "    " + printable(line, width > 8 ? width - 8 : 1) + ink(kReset));
                }
            }
        }
        if (!m_ended) {
            const auto done = static_cast<std::size_t>(std::ranges::count_if(m_rows, [](const Row& row) {
                return row.step.status != StepStatus::Waiting && row.step.status != StepStatus::Running;
            }));
            lines.push_back(
                std::format("Building {:.1f}s ({}/{})", static_cast<double>(m_now) / 1000, done, m_rows.size()));
        }
        const std::size_t room = size.rows > 2 ? size.rows - 1 : 1;
        if (lines.size() > room) {
            lines.erase(lines.begin(), lines.end() - static_cast<std::ptrdiff_t>(room));
        }
        for (const std::string& line : lines) {
            out += line + "\n";
        }
        m_height = lines.size();
        std::fwrite(out.data(), 1, out.size(), m_out);
        std::fflush(m_out);
    }

    std::FILE* m_out;
    bool m_colors = wantsColors();
    Clock::time_point m_began, m_drawn;
    std::int64_t m_now = 0;
    std::vector<Row> m_rows;
    std::map<std::string, std::size_t> m_index;
    std::vector<std::size_t> m_order;  // rows in the order in which they started
    std::size_t m_settled = 0;         // of m_order: printed for good
    std::size_t m_height = 0;          // lines of the part that is drawn anew
    std::set<int> m_stages;
    std::vector<std::string> m_notes;
    std::size_t m_notesShown = 0;
    bool m_ended = false;
};

}  // namespace

std::unique_ptr<Progress> liveProgress(std::FILE* out) { return std::make_unique<LiveProgress>(out); }

}  // namespace slipway::cli
