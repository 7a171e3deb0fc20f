#include "widgets/metrics/MetricsWords.h"

#include "widgets/base/PlainText.h"

#include <QCoreApplication>
#include <QStringList>

namespace metrics {

QString said(const std::string &english) { return QCoreApplication::translate("metrics", english.c_str()); }

Words catalogueWords()
{
    return [](const std::string &english) { return said(english).toStdString(); };
}

QString spanTitle(const Span &span)
{
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(span.range).count();
    if (minutes < 60)
        return QCoreApplication::translate("metrics", "%1 min").arg(minutes);
    if (minutes <= 24 * 60)
        return QCoreApplication::translate("metrics", "%1 h").arg(minutes / 60);
    return QCoreApplication::translate("metrics", "%1 d").arg(minutes / (24 * 60));
}

namespace {

const char *titleOf(Cause cause)
{
    switch (cause) {
    case Cause::NothingInstalled: return QT_TRANSLATE_NOOP("metrics", "No Prometheus that watches this cluster was found");
    case Cause::NotAllowed: return QT_TRANSLATE_NOOP("metrics", "Not allowed");
    case Cause::NotSignedIn: return QT_TRANSLATE_NOOP("metrics", "Not signed in");
    case Cause::NotFound: return QT_TRANSLATE_NOOP("metrics", "Nothing at this address");
    case Cause::TimedOut: return QT_TRANSLATE_NOOP("metrics", "No answer in time");
    case Cause::NotReached: return QT_TRANSLATE_NOOP("metrics", "The server was not reached");
    case Cause::NotTrusted: return QT_TRANSLATE_NOOP("metrics", "The certificate is not trusted");
    case Cause::NoPrometheus: return QT_TRANSLATE_NOOP("metrics", "No usable answer");
    case Cause::OtherCluster: return QT_TRANSLATE_NOOP("metrics", "It watches another cluster");
    case Cause::ClockDiffers: return QT_TRANSLATE_NOOP("metrics", "The clocks differ");
    case Cause::MetricMissing: return QT_TRANSLATE_NOOP("metrics", "A metric is missing");
    case Cause::ExporterSilent: return QT_TRANSLATE_NOOP("metrics", "The exporter tells nothing of it");
    case Cause::LabelMissing: return QT_TRANSLATE_NOOP("metrics", "A label is missing");
    case Cause::LabelsRenamed: return QT_TRANSLATE_NOOP("metrics", "Labels have other names");
    case Cause::NothingMeasured: return QT_TRANSLATE_NOOP("metrics", "Nothing was measured in this time");
    case Cause::TooMuch: return QT_TRANSLATE_NOOP("metrics", "Too much was asked for");
    case Cause::Refused: return QT_TRANSLATE_NOOP("metrics", "The query was refused");
    case Cause::Failed: break;
    }
    return QT_TRANSLATE_NOOP("metrics", "The server did not answer");
}

QString sentenceText(const Sentence &sentence)
{
    return base::manyLines(filled(sentence, [](const char *words) { return said(std::string(words)).toStdString(); }));
}

void addOnce(QStringList &lines, const QString &line)
{
    if (!line.isEmpty() && !lines.contains(line))
        lines.append(line);
}

} // namespace

Explanation explanationOf(const std::vector<Finding> &findings)
{
    QStringList causes, fixes, commands;
    for (const Finding &finding : findings) {
        addOnce(causes, sentenceText(finding.what));
        addOnce(fixes, sentenceText(finding.fix));
        for (const std::string &command : finding.commands)
            addOnce(commands, base::oneLine(command));
    }
    return {said(std::string(titleOf(findings.front().cause))), causes.join(u'\n'), fixes.join(u'\n'), commands.join(u'\n')};
}

Explanation explanationOf(const ChartSpec &spec, const ChartState &state, const Capabilities &capabilities, const std::optional<ClockDifference> &clock)
{
    return explanationOf(whyEmpty({usageExpression(spec), state.error, clock}, capabilities));
}

} // namespace metrics
