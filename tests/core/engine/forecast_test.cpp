// The forecast is the engine's dry run: three hundred random edits, and both must agree on every step.
#include "scene.h"

#include <QtCore/QDir>
#include <QtTest/QTest>

#include <unistd.h>

#include <random>

using namespace slipway;
using namespace slipway::engine;
using namespace slipway::engine::tests;

namespace {

const std::vector<std::string> kExtra{
    "RUN echo extra > /extra", "ENV MODE=fast",   "COPY a.txt dir/c.txt /both/",   "LABEL x=y",
    "WORKDIR /other",          "USER 0",          "COPY --chown=app b.txt /owned", "RUN id -u > /tmp/id",
    "ADD b.txt /added/",       "ENV PATHS=$MODE", "COPY --chmod=700 dir /modes/",  "RUN test -d /"};

/// A project that changes at random: Dockerfile, context, modes, build args, target.
class Project {
public:
    explicit Project(unsigned seed) : m_random(seed) {
        for (const char* file : {"a.txt", "b.txt", "dir/c.txt", "dir/d.txt", "dir/sub/e.txt"}) {
            m_files[file] = {"one\n", 0644};
        }
        m_lines = {
            {"FROM base:1 AS first", "ARG WHO=me", "RUN echo $WHO > /who", "COPY a.txt /a/", "WORKDIR /work"},
            {"FROM base:1 AS second", "COPY dir /dir", "RUN cat /dir/c.txt > /c", "COPY --from=first /who /who"},
            {"FROM first AS third", "COPY b.txt .", "COPY --from=second /c /c2", "RUN ls -l / > /list"},
        };
    }

    void edit() {
        switch (roll(13)) {
            case 0:
            case 1:
                anyFile().content = "content " + std::to_string(roll(4)) + "\n";
                break;
            case 2:
                anyFile().mode = roll(2) ? 0755 : 0644;
                break;
            case 3:
                m_files["dir/new" + std::to_string(roll(3))] = {"new\n", 0644};
                break;
            case 4:
                m_files.erase("dir/new" + std::to_string(roll(3)));
                break;
            case 5:
                m_args["WHO"] = roll(2) ? "you" : "they";
                break;
            case 6:
                m_args.clear();
                break;
            case 7:
                target = std::vector<std::string>{"", "first", "second", "third"}[roll(4)];
                break;
            case 8:
                insertLine();
                break;
            case 9:
                removeLine();
                break;
            case 10:
                changeLine();
                break;
            case 11:
                m_ignore = roll(2) ? "dir/d.txt\n" : "";
                break;
            case 12:
                m_other = static_cast<Other>(roll(3));
                break;
        }
    }

    [[nodiscard]] QByteArray dockerfile() const {
        std::string out;
        for (const auto& stage : m_lines) {
            for (const auto& line : stage) {
                out += line + '\n';
            }
            out += '\n';
        }
        return QByteArray::fromStdString(out);
    }

    void writeTo(const Scene& scene) const {
        QDir(scene.path(QStringLiteral("dir"))).removeRecursively();
        for (const auto& [name, file] : m_files) {
            scene.write(QString::fromStdString(name), QByteArray::fromStdString(file.content), file.mode);
        }
        if (const auto& file = m_files.at("dir/c.txt"); m_other == Other::SameContent) {
            scene.write(QStringLiteral("dir/sub/other"), QByteArray::fromStdString(file.content), file.mode);
        } else if (m_other == Other::SameFile) {
            QCOMPARE(::link(qPrintable(scene.path(QStringLiteral("dir/c.txt"))),
                            qPrintable(scene.path(QStringLiteral("dir/sub/other")))),
                     0);
        }
        scene.write(QStringLiteral(".dockerignore"), QByteArray::fromStdString(m_ignore));
    }

    std::string target;
    [[nodiscard]] const std::map<std::string, std::string>& args() const { return m_args; }

private:
    enum class Other : std::uint8_t { None, SameContent, SameFile };  ///< beside dir/c.txt
    struct File {
        std::string content;
        unsigned mode;
    };
    std::size_t roll(std::size_t sides) { return std::uniform_int_distribution<std::size_t>(0, sides - 1)(m_random); }
    File& anyFile() { return std::next(m_files.begin(), static_cast<std::ptrdiff_t>(roll(m_files.size())))->second; }
    void insertLine() {
        auto& stage = m_lines[roll(m_lines.size())];
        stage.insert(stage.begin() + 1 + static_cast<std::ptrdiff_t>(roll(stage.size())), kExtra[roll(kExtra.size())]);
    }
    /// Only what nothing else needs.
    void removeLine() {
        auto& stage = m_lines[roll(m_lines.size())];
        const auto extra = std::ranges::find_if(
            stage, [](const std::string& line) { return std::ranges::find(kExtra, line) != kExtra.end(); });
        if (extra != stage.end()) {
            stage.erase(extra);
        }
    }
    void changeLine() {
        for (auto& stage : m_lines) {
            for (auto& line : stage) {
                if (line.starts_with("RUN echo") && roll(2) == 0) {
                    line = "RUN echo " + std::to_string(roll(5)) + " $WHO > /who && echo extra > /extra";
                }
            }
        }
    }

    std::mt19937 m_random;
    std::map<std::string, File> m_files;
    std::vector<std::vector<std::string>> m_lines;
    std::map<std::string, std::string> m_args;
    std::string m_ignore;
    Other m_other = Other::None;
};

}  // namespace

class ForecastTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void forecastAndBuildAgreeOnEveryStep_data() {
        QTest::addColumn<unsigned>("seed");
        QTest::newRow("1") << 1U;
        QTest::newRow("2") << 2U;
        QTest::newRow("3") << 3U;
    }
    void forecastAndBuildAgreeOnEveryStep() {
        QFETCH(unsigned, seed);
        Scene scene;
        QVERIFY2(scene.problem.isEmpty(), scene.problem.constData());
        Project project(seed);
        for (int round = 0; round < 100; ++round) {
            project.edit();
            project.writeTo(scene);
            BuildRequest request = scene.request(project.dockerfile());
            request.target = project.target;
            request.buildArgs = project.args();
            request.cutoff = round % 10 != 9;
            const cache::Outlook outlook = scene.forecast(request);
            const Ran ran = scene.build(request);
            QVERIFY2(ran.outcome == BuildOutcome::Succeeded,
                     ran.story() + "round " + QByteArray::number(round) + "\n" + project.dockerfile());
            compare(outlook, ran, "round " + QByteArray::number(round) + "\n" + project.dockerfile());
            if (QTest::currentTestFailed()) {
                return;
            }
        }
    }

private:
    static void compare(const cache::Outlook& outlook, const Ran& ran, const QByteArray& where) {
        std::map<std::string, StepEvent> ended;
        for (const BuildEvent& event : ran.events) {
            if (const auto* step = std::get_if<StepEvent>(&event.what)) {
                ended[step->id] = *step;
            }
        }
        for (const cache::StepForecast& said : outlook.forecast.steps) {
            const plan::Step& step = outlook.plan.steps[static_cast<std::size_t>(said.step)];
            if (!outlook.plan.stages[static_cast<std::size_t>(step.stage)].reached) {
                continue;
            }
            const auto found = ended.find(step.id);
            const QByteArray what = where + "\nstep " + QByteArray::fromStdString(step.name) + " forecast " +
                                    QByteArray::fromStdString(said.reason.text());
            QVERIFY2(found != ended.end(), what.constData());
            const StepStatus did = found->second.status;
            const bool follows = said.reason.kind == cache::ReasonKind::Follows;
            QVERIFY2(said.status != cache::Status::Unknown, what.constData());
            if (said.status == cache::Status::Cached) {
                QVERIFY2(did == StepStatus::Cached, what.constData());
                QVERIFY2(said.dockerWouldRerun == found->second.dockerWouldRerun, what.constData());
            } else {
                QVERIFY2(did == StepStatus::Done || (follows && did == StepStatus::Cached),
                         (what + " but it was " + QByteArray(stepStatusName(did).data())).constData());
            }
        }
    }
};

QTEST_GUILESS_MAIN(ForecastTest)
#include "forecast_test.moc"
