#include "tests/e2e/stories/RealCluster.h"

#include <QFile>
#include <QProcess>
#include <QTest>

#include <csignal>

namespace stories {

QByteArray RealCluster::run(const QString &program, const QStringList &arguments, const QByteArray &input)
{
    QProcess process;
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    const bool worked = process.waitForFinished(Patience) && process.exitCode() == 0;
    if (!worked)
        QTest::qFail(process.readAllStandardError().constData(), __FILE__, __LINE__);
    return process.readAllStandardOutput();
}

void RealCluster::control(const QString &command, const QStringList &more) const
{
    run(variable("CONTROLPLANE") + QStringLiteral("/cluster.sh"), QStringList{command, folder} + more);
}

QByteArray RealCluster::kubectl(const QStringList &arguments, const QByteArray &input) const
{
    return run(variable("KUBECTL"), QStringList{QStringLiteral("--kubeconfig"), kubeconfig(QStringLiteral("admin"))} + arguments, input);
}

void RealCluster::apply(const QByteArray &manifests) const
{
    kubectl({QStringLiteral("apply"), QStringLiteral("-f"), QStringLiteral("-")}, manifests);
}

void RealCluster::holdServer(bool held) const
{
    const int process = contentOf(folder + QStringLiteral("/pid/apiserver")).trimmed().toInt();
    QVERIFY(process > 0);
    QCOMPARE(kill(process, held ? SIGSTOP : SIGCONT), 0);
}

QString variable(const char *name)
{
    return qEnvironmentVariable(name);
}

QByteArray contentOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeFile(const QString &name, const QByteArray &content)
{
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

QByteArray pod(const char *name, const char *namespaceName)
{
    return QByteArray("{apiVersion: v1, kind: Pod, metadata: {name: ") + name + ", namespace: " + namespaceName
        + "}, spec: {containers: [{name: main, image: busybox}]}}\n---\n";
}

} // namespace stories
