#pragma once

#include "tests/e2e/stories/RealCluster.h"

#include <QProcess>
#include <QTest>

namespace stories {

inline QString quickPods() { return variable("CONTROLPLANE") + QStringLiteral("/../e2e/quick_pods.py"); }

/// Pods that change some hundred times a second in several clusters, as long as this lives.
class ChangingPods
{
public:
    explicit ChangingPods(const QList<RealCluster> &clusters)
    {
        QStringList arguments{quickPods(), QStringLiteral("change")};
        for (const RealCluster &each : clusters)
            arguments << each.folder;
        m_writer.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_writer.start(variable("PYTHON"), arguments);
    }
    /// How many changes there were in each.
    int end()
    {
        m_writer.closeWriteChannel();
        if (!m_writer.waitForFinished(Patience) || m_writer.exitCode() != 0)
            QTest::qFail("quick_pods.py failed", __FILE__, __LINE__);
        return m_writer.readAllStandardOutput().trimmed().toInt();
    }
    bool isRunning() const { return m_writer.state() == QProcess::Running; }

private:
    QProcess m_writer;
};

} // namespace stories
