// Whole plans of sample Dockerfiles against golden files. SLIPWAY_UPDATE_GOLDEN=1 writes them anew, to be reviewed.
#include "plan_fixture.h"

#include <QDir>
#include <QFile>

using namespace slipway;
using namespace slipway::plan;

namespace {

std::string originText(const Origin& origin) {
    if (const auto* stage = std::get_if<FromStage>(&origin))
        return "stage " + std::to_string(stage->stage);
    if (const auto* image = std::get_if<FromImage>(&origin))
        return "image " + image->name;
    return std::holds_alternative<FromScratch>(origin) ? "scratch" : "context";
}

std::string list(const std::vector<std::string>& items) {
    std::string out;
    for (const std::string& item : items)
        out += " [" + item + "]";
    return out;
}

struct OperationText {
    std::string operator()(const ImageOperation& image) const { return "image " + image.name; }
    std::string operator()(const WorkdirOperation& workdir) const {
        return "workdir " + workdir.path + " user=" + workdir.user;
    }
    std::string operator()(const RunOperation& run) const {
        std::string out = "run" + list(run.arguments()) + "\n      env" + list(*run.setting->environment) +
                          "\n      in " + run.setting->workingDir + " user=" + run.setting->user +
                          " network=" + run.setting->network;
        for (const auto& mount : run.mounts)
            out += "\n      mount " + mount.target + " from " + originText(mount.origin) + ' ' + mount.source +
                   " id=" + mount.id + (mount.readOnly ? " ro" : "");
        return out;
    }
    std::string operator()(const CopyOperation& copy) const {
        std::string out = std::string(copy.add ? "add" : "copy") + list(copy.sources) + " from " +
                          originText(copy.origin) + " to " + copy.destination;
        if (!copy.chmod.empty())
            out += " chmod=" + copy.chmod;
        if (copy.link)
            out += " link";
        out += list(copy.exclude);
        for (const auto& file : copy.files)
            out += "\n      file " + file.name + ": " + file.content;
        return out;
    }
};

std::string describe(const BuildPlan& plan) {
    std::string out;
    for (const Stage& stage : plan.stages) {
        out += "stage " + stage.displayName + " on " + originText(stage.base) + ", lines " +
               std::to_string(stage.line) + "-" + std::to_string(stage.endLine) + (stage.reached ? "" : ", unreached") +
               (stage.known ? "" : ", unknown") + "\n";
        for (const int index : stage.steps) {
            const Step& step = plan.steps[static_cast<std::size_t>(index)];
            out += "  " + plan.label(step) + ' ' + step.name + "\n      " + step.id + " lines " +
                   std::to_string(step.line) + "-" + std::to_string(step.endLine) + " parent " +
                   std::to_string(step.parent) + "\n      " + std::visit(OperationText{}, step.operation) + "\n";
        }
        for (const HistoryItem& item : stage.history)
            out += "  history: " + plan.createdBy(item) + "\n";
        const image::Config& config = stage.config;
        out += "  env" + list(config.env) + "\n  cmd" + list(config.cmd.value_or(std::vector<std::string>{})) +
               " entrypoint" + list(config.entrypoint.value_or(std::vector<std::string>{})) +
               "\n  user=" + config.user + " dir=" + config.workingDir + "\n";
    }
    std::vector<std::string> images;
    for (const FromImage& image : plan.images)
        images.push_back(image.name + (image.platform ? " for " + image.platform->toString() : ""));
    out += "images" + list(images) + "\n" + messages(plan);
    return out;
}

}  // namespace

class GoldenTest : public QObject {
    Q_OBJECT
private slots:
    void samplesGiveTheirPlans_data();
    void samplesGiveTheirPlans();
};

void GoldenTest::samplesGiveTheirPlans_data() {
    QTest::addColumn<QString>("path");
    const QDir folder(qEnvironmentVariable("SLIPWAY_SOURCE") + "/tests/core/plan/golden");
    for (const QString& name : folder.entryList({"*.Dockerfile"}))
        QTest::newRow(qPrintable(name)) << folder.filePath(name);
}
void GoldenTest::samplesGiveTheirPlans() {
    QFETCH(QString, path);
    QFile source(path), golden(path + ".plan");
    QVERIFY(source.open(QIODevice::ReadOnly));
    Options options;
    options.platform = *image::Platform::parse("linux/amd64");
    image::Config base;
    base.platform = options.platform;
    base.env = {"PATH=/usr/bin"};
    Bases bases = baseNamed("ubuntu:20.04", base);
    bases.merge(baseNamed("golang:1.22-alpine", base));
    const QByteArray got = QByteArray::fromStdString(describe(planOf(source.readAll().toStdString(), options, bases)));
    if (qEnvironmentVariableIsSet("SLIPWAY_UPDATE_GOLDEN")) {
        QVERIFY(golden.open(QIODevice::WriteOnly));
        golden.write(got);
        return;
    }
    QVERIFY(golden.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(got), QString::fromUtf8(golden.readAll()));
}

QTEST_GUILESS_MAIN(GoldenTest)
#include "golden_test.moc"
