#include "models/inside/FileFrames.h"
#include "tests/support/ExecTalk.h"

#include <QtTest>

#include <map>

using support::FakeExecServer;
using namespace std::string_literals;

namespace {

std::string textOf(const base::Result<std::vector<inside::File>> &files)
{
    if (!files)
        return support::wordsOf(files.error());
    std::string text;
    for (const auto &file : *files)
        text += '[' + file.path + '|' + (file.content ? *file.content : support::wordsOf(file.content.error())) + ']';
    return text;
}

/// A container with these files, as a server tells of it.
struct Container
{
    std::map<std::string, std::string> files;
    bool hasShell = true;
    std::string reader = "cat";         ///< the program it has to read a file
    std::string hangs;                  ///< a file of which nothing comes
    std::size_t mostAtOnce = 0;
    std::vector<std::string> asked;
    FakeExecServer server;
    base::ManualExecutor consumer;

    static std::vector<std::string> commandOf(const support::FakeStreamState &stream)
    {
        const std::string request = stream.written.substr(0, stream.written.find(" HTTP/1.1\r\n"));
        std::vector<std::string> command;
        for (std::size_t at = 0; (at = request.find("&command=", at)) != std::string::npos; ++at)
            command.push_back(QByteArray::fromPercentEncoding(QByteArray::fromStdString(request.substr(at + 9, request.find('&', at + 1) - at - 9))).toStdString());
        return command;
    }
    static std::string printed(std::string_view text)
    {
        std::string said;
        for (; !text.empty(); text.remove_prefix(std::min<std::size_t>(text.size(), 32 * 1024)))
            said += FakeExecServer::message(1, text.substr(0, 32 * 1024));
        return said;
    }
    std::string shell(const std::vector<std::string> &command) const
    {
        std::string said;
        for (std::size_t i = 4; i < command.size(); ++i) {
            const auto found = files.find(command[i]);
            const std::string code = reader != "cat" ? "127" : found == files.end() ? "1" : "0";
            said += printed(code == "0" ? found->second : "") + FakeExecServer::message(1, '\n' + command[3] + ' ' + code + '\n');
            said += FakeExecServer::message(2, (code == "1" ? "cat: can't open '" + command[i] + "': No such file or directory\n" : "") + '\n' + command[3] + '\n');
        }
        return said + FakeExecServer::success();
    }
    std::string single(const std::vector<std::string> &command) const
    {
        const std::string path = command.front() == "dd" ? command.back().substr(3) : command.back();
        const auto found = files.find(path);
        return found == files.end() ? FakeExecServer::message(2, "dd: " + path + ": Permission denied\n") + FakeExecServer::exitCode(1) : printed(found->second) + FakeExecServer::success();
    }
    std::string answerTo(const std::vector<std::string> &command) const
    {
        if (command.front() == "sh" && hasShell)
            return shell(command);
        if (command.front() == reader)
            return single(command);
        return FakeExecServer::failure("exec: \\\"" + command.front() + "\\\": executable file not found in $PATH");
    }
    void answer()
    {
        std::size_t answered = 0;
        for (server.time.run(); answered < server.streams.dialled.size(); server.time.run(), consumer.run(), server.time.run()) {
            mostAtOnce = std::max(mostAtOnce, server.streams.dialled.size() - answered);
            auto &stream = *server.streams.dialled[answered++];
            if (stream.isClosed)
                continue;
            stream.receiver->connected();
            stream.say(support::upgradeAnswer(stream.take(), kube::ExecStream::Newer));
            const auto command = commandOf(stream);
            asked.push_back(command.front());
            if (hangs.empty() || command.back() != hangs || command.front() != reader)
                stream.say(answerTo(command) + FakeExecServer::goodbye());
        }
        consumer.run();
    }
    std::string read(const std::vector<std::string> &paths)
    {
        std::string got = "nothing";
        const base::Job job = inside::readFiles(server.pods, {"ns", "pod", "c"}, paths, consumer, [&](const base::Result<std::vector<inside::File>> &result) { got = textOf(result); });
        answer();
        return got;
    }
};

} // namespace

/// Files of a running container, many at once where it has a shell.
class FilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aShellReadsThemTogether()
    {
        Container container;
        container.files = {{"/a", "one"}, {"/b", "\0\n\xFF two\n"s}, {"/empty", ""}};
        QCOMPARE(container.read({"/b", "/a", "/gone", "/empty", "/a", "relative"}),
            "[/b|\0\n\xFF two\n][/a|one][/gone|NotFound: cat: can't open '/gone': No such file or directory][/empty|][/a|one][relative|Misuse: the path is not absolute]"s);
        QCOMPARE(container.asked, std::vector<std::string>{"sh"});
    }

    void withoutAShellEachIsReadAlone()
    {
        Container container;
        container.hasShell = false;
        container.reader = "dd";
        std::vector<std::string> paths;
        std::string wanted;
        for (char c = 'a'; c <= 'j'; ++c) {
            paths.push_back(std::string("/") + c);
            container.files[paths.back()] = std::string(3, c);
            wanted += '[' + paths.back() + '|' + std::string(3, c) + ']';
        }
        paths.emplace_back("/secret");
        QCOMPARE(container.read(paths), wanted + "[/secret|Io: dd: /secret: Permission denied]");
        QVERIFY2(container.mostAtOnce <= 4, std::to_string(container.mostAtOnce).c_str());
    }

    void aShellWithoutCatIsAsGoodAsNone()
    {
        Container container;
        container.reader = "dd";
        container.files = {{"/a", "one"}};
        QCOMPARE(container.read({"/a"}), std::string("[/a|one]"));
        QCOMPARE(container.asked, (std::vector<std::string>{"sh", "cat", "head", "dd"}));
    }

    void aContainerWithNothingIsSaidToHaveNothing()
    {
        Container container;
        container.hasShell = false;
        container.reader = "none";
        QCOMPARE(container.read({"/a", "/b"}), std::string("Unsupported: the container has nothing to be read with; tried: cat, head, dd, tail, busybox"));
    }

    void noFilesAreReadAtOnce()
    {
        Container container;
        QCOMPARE(container.read({}), std::string());
        QCOMPARE(container.read({"a"}), std::string("[a|Misuse: the path is not absolute]"));
        QVERIFY(container.asked.empty());
    }

    void oneThatIsTooLargeDoesNotHideTheOthers()
    {
        Container container;
        container.files = {{"/large", std::string(5 * 1024 * 1024, 'x')}, {"/small", "small"}};
        QCOMPARE(container.read({"/large", "/small"}), std::string("[/large|TooLarge: the command printed more than 4 MiB][/small|small]"));
    }

    void readingThatHangsIsTheFilesOwnError()
    {
        Container container;
        container.hasShell = false;
        container.files = {{"/a", "one"}};
        std::string got;
        const base::Job job = inside::readFiles(container.server.pods, {"ns", "pod", "c"}, {"/a", "/pipe"}, container.consumer, [&](const base::Result<std::vector<inside::File>> &result) { got = textOf(result); });
        container.hangs = "/pipe";
        container.answer();
        container.server.time.advance(std::chrono::seconds(30));
        container.server.time.run();
        container.consumer.run();
        QCOMPARE(got, std::string("[/a|one][/pipe|Timeout: the command did not end within 30 s]"));
    }

    void manyGoInPartsThatFitIntoAUrl()
    {
        Container container;
        std::vector<std::string> paths;
        for (int i = 0; i < 200; ++i) {
            paths.push_back("/" + std::string(static_cast<std::size_t>(i % 90), '#') + std::to_string(i));
            container.files[paths.back()] = std::to_string(i);
        }
        const std::string got = container.read(paths);
        QVERIFY2(got.starts_with("[/0|0][/#1|1]") && got.ends_with("199|199]"), got.substr(0, 200).c_str());
        QVERIFY(container.asked.size() > 3);
        for (const auto &stream : container.server.streams.dialled)
            QVERIFY(stream->written.find("\r\n") < 6 * 1024);
    }

    void aMarkMayNotBeForeseen() { QVERIFY(inside::newMark() != inside::newMark()); }

    void whatAHostileShellSaysIsAnError_data()
    {
        QTest::addColumn<std::string>("output");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("words");
        QTest::newRow("nothing") << std::string() << 0 << QStringLiteral("Io: the shell in the container ended before all files were read");
        QTest::newRow("killed between") << std::string("a\nmark 0\nhalf of b") << 137 << QStringLiteral("Io: the shell in the container ended with 137 before all files were read");
        QTest::newRow("no code") << std::string("a\nmark x\n") << 0 << QStringLiteral("Io: the shell in the container ended before all files were read");
        QTest::newRow("a code without end") << std::string("a\nmark 99999999999999999999\n") << 0 << QStringLiteral("Io: the shell in the container ended before all files were read");
        QTest::newRow("nothing behind the code") << std::string("a\nmark 0") << 0 << QStringLiteral("Io: the shell in the container ended before all files were read");
    }

    void whatAHostileShellSaysIsAnError()
    {
        QFETCH(std::string, output);
        QFETCH(int, code);
        QFETCH(QString, words);
        const auto read = inside::FileFrames({"/a", "/b"}, "mark").read({output, "", code});
        QVERIFY(!read);
        QCOMPARE(QString::fromStdString(support::wordsOf(read.error())), words);
    }
};

QTEST_GUILESS_MAIN(FilesTest)
#include "FilesTest.moc"
