// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "comms/closesentences.h"
#include "comms/stepsentences.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace islet;
using namespace Qt::StringLiterals;

namespace {

const QStringList manyArguments{u"one.example"_s, u"404"_s, u"0"_s};

CloseReason reasonOf(std::size_t number)
{
    CloseReason reason{CloseReason::Kind::Rejected, static_cast<CloseCode>(number), manyArguments};
    if (reason.code == CloseCode::IslandLost) {
        reason.arguments = {u"island"_s};
        reason.cause = std::make_shared<const CloseReason>(
            CloseReason{CloseReason::Kind::Network, CloseCode::ConnectionLost, {u"inner.example"_s}});
    }
    return reason;
}

HandshakeStep stepOf(int number)
{
    return {static_cast<StepCode>(number), manyArguments};
}

//! The first column of the table in docs/terminal.md that follows `introduction`.
QStringList documented(QStringView introduction)
{
    QFile file(QStringLiteral(ISLET_SOURCE "/docs/terminal.md"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    static const QRegularExpression row(u"^\\| `([^`]+)` \\|"_s);
    QStringList codes;
    bool isInTable = false;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
    for (const QString &line : lines) {
        if (line.startsWith(introduction))
            isInTable = true;
        else if (isInTable && !codes.isEmpty() && line.isEmpty())
            break;
        else if (const auto match = row.match(line); isInTable && match.hasMatch())
            codes.append(match.captured(1));
    }
    return codes;
}

bool isName(const QString &name)
{
    static const QRegularExpression shape(u"^[a-z][a-z0-9-]*(\\.[a-z0-9-]+)*$"_s);
    return shape.match(name).hasMatch();
}

bool isSentence(const QString &text)
{
    static const QRegularExpression placeholder(u"%\\d"_s);
    return !text.isEmpty() && !text.contains(placeholder);
}

} // namespace

//! The codes of close reasons and handshake steps, on which scripts depend.
class TestReasons : public QObject {
    Q_OBJECT

private slots:
    void namesCloseCodes()
    {
        QStringList names;
        for (std::size_t number = 0; number < closeCodeCount; ++number) {
            const QString name = nameOf(reasonOf(number));
            QVERIFY2(isName(name), qPrintable(name));
            QVERIFY2(!names.contains(name), qPrintable(name));
            names.append(name);
        }
    }

    void namesStepCodes()
    {
        QStringList names;
        for (int number = 0; number < stepCodeCount; ++number) {
            const QString name = nameOf(stepOf(number).code);
            QVERIFY2(isName(name), qPrintable(name));
            QVERIFY2(!names.contains(name), qPrintable(name));
            names.append(name);
        }
    }

    void makesSentences()
    {
        for (std::size_t number = 0; number < closeCodeCount; ++number) {
            const CloseReason reason = reasonOf(number);
            QVERIFY2(isSentence(sentenceOf(reason)), qPrintable(nameOf(reason) + u": "_s + sentenceOf(reason)));
        }
        for (int number = 0; number < stepCodeCount; ++number) {
            const HandshakeStep step = stepOf(number);
            QVERIFY2(isSentence(sentenceOf(step)), qPrintable(nameOf(step.code) + u": "_s + sentenceOf(step)));
        }
    }

    void documentsCloseCodes()
    {
        QStringList names;
        for (std::size_t number = 0; number < closeCodeCount; ++number)
            names.append(nameOf(static_cast<CloseCode>(number)).replace(u"%1"_s, u"STATUS"_s));
        QCOMPARE(documented(u"The codes of `closed`"), names);
    }

    void documentsStepCodes()
    {
        QStringList names;
        for (int number = 0; number < stepCodeCount; ++number)
            names.append(nameOf(static_cast<StepCode>(number)));
        QCOMPARE(documented(u"The codes of `step`"), names);
    }

    void includesStatusInName()
    {
        const CloseReason reason{CloseReason::Kind::Rejected, CloseCode::HttpStatus, {u"host"_s, u"502"_s}};
        QCOMPARE(nameOf(reason), u"http.502"_s);
    }

    void explainsCauseOfLostIsland()
    {
        const CloseReason lost = reasonOf(static_cast<std::size_t>(CloseCode::IslandLost));
        QCOMPARE(sentenceOf(lost), u"Couldn't connect to island island: The connection to inner.example was lost."_s);
    }

    void fillsArgumentsOnce()
    {
        const CloseReason denied{CloseReason::Kind::Kicked, CloseCode::LoginDenied, {u"%2"_s, u"“%1”"_s, u"0"_s}};
        QCOMPARE(sentenceOf(denied), u"%2 denied access: “%1”."_s);
    }

    void mentionsWrongClock()
    {
        const auto denied = [](const QString &behind) {
            return sentenceOf({CloseReason::Kind::Rejected, CloseCode::LoginDenied, {u"host"_s, u"“no”"_s, behind}});
        };
        QCOMPARE(denied(u"50"_s), u"host denied access: “no”."_s);
        QVERIFY(denied(u"51"_s).contains(u"51 seconds slow"_s));
        QVERIFY(denied(u"-600"_s).contains(u"600 seconds fast"_s));
    }

    void countsOthers()
    {
        const auto welcomed = [](const QString &others) { return sentenceOf({StepCode::Welcomed, {others}}); };
        QCOMPARE(welcomed(u"0"_s), u"Let in; no one else is there."_s);
        QCOMPARE(welcomed(u"1"_s), u"Let in; one other person is there."_s);
        QCOMPARE(welcomed(u"7"_s), u"Let in; 7 others are there."_s);
    }
};

ISLET_TEST(TestReasons);
#include "tst_reasons.moc"
