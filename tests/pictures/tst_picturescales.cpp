// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "boxfont.h"
#include "picturefixture.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QProcess>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;

namespace {

constexpr auto scaleVariable = "ISLET_TEST_SCALE";
const QString taken = QStringLiteral(ISLET_PICTURES "/scales/");
//! Controls that must always be reachable.
const QStringList controls{u"address"_s,     u"placesButton"_s,    u"enterButton"_s,    u"leaveButton"_s,
                           u"stateText"_s,   u"handshakeButton"_s, u"settingsButton"_s, u"talkButton"_s,
                           u"sentMeter"_s,   u"voiceState"_s,      u"muteButton"_s,     u"deafenButton"_s,
                           u"soundButton"_s, u"meButton"_s,        u"followButton"_s,   u"peopleCount"_s,
                           u"peopleFind"_s,  u"peopleOrder"_s,     u"emotesButton"_s};

//! One sentence for each control that is outside the window, overlaps another or has truncated text.
QString complaintsAbout(const PictureStage &stage)
{
    QString found;
    const QRectF window(0, 0, stage.window->width(), stage.window->height());
    for (const QString &name : controls) {
        const QRectF place = stage.placeOf(name);
        if (!stage.isSeen(name) || !window.contains(place))
            found += name + u" is outside the window. "_s;
        for (const QString &other : controls) {
            if (other > name && stage.placeOf(other).intersects(place))
                found += u"%1 overlaps %2. "_s.arg(name, other);
        }
    }
    for (const QQuickItem *item : stage.items()) {
        const QQuickItem *button = item->parentItem() ? item->parentItem()->parentItem() : nullptr;
        if (item->inherits("QQuickText") && item->isVisible() && button && button->property("iconSpace").isValid()
            && item->width() < item->implicitWidth())
            found += item->property("text").toString() + u" is truncated. "_s;
    }
    return found;
}

} // namespace

//! The window on screens of all densities and sizes.
class TestPictureScales : public QObject {
    Q_OBJECT

public:
    static void initMain()
    {
        RealWindow::prepare();
        if (qEnvironmentVariableIsSet(scaleVariable))
            qputenv("QT_SCALE_FACTOR", qgetenv(scaleVariable));
        QGuiApplication::setHighDpiScaleFactorRoundingPolicy(Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
    }

private:
    //! The number of pixels in a column that differ from the one above.
    static int countEdges(const QImage &picture, int x, int top, int bottom)
    {
        int lines = 0;
        for (int y = top; y < bottom; ++y)
            lines += picture.pixel(x, y) != picture.pixel(x, y - 1) ? 1 : 0;
        return lines;
    }

private slots:
    void initTestCase()
    {
        QVERIFY(useBoxFont());
        QVERIFY(QDir().mkpath(taken));
    }

    void supportsScaleFactor_data()
    {
        QTest::addColumn<QByteArray>("scale");
        for (const char *scale : {"1", "1.25", "1.5", "2"})
            QTest::newRow(scale) << QByteArray(scale);
    }
    //! Qt reads the scale factor once per process, so each factor runs in its own process.
    void supportsScaleFactor()
    {
        if (qEnvironmentVariableIsSet(scaleVariable))
            QSKIP("already in a process with a scale factor");
        QFETCH(const QByteArray, scale);
        QProcess self;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QString::fromLatin1(scaleVariable), QString::fromLatin1(scale));
        self.setProcessEnvironment(environment);
        self.setProcessChannelMode(QProcess::MergedChannels);
        self.start(QCoreApplication::applicationFilePath(), {u"picturescales"_s, u"onThisScreen"_s});
        QVERIFY(self.waitForFinished(120'000));
        QVERIFY2(self.exitCode() == 0, self.readAll().constData());
    }

    void onThisScreen()
    {
        bool isScaled = false;
        const double scale = qgetenv(scaleVariable).toDouble(&isScaled);
        if (!isScaled)
            QSKIP("runs in a process per scale factor");
        PictureStage stage;
        QVERIFY(stage.enterWithPeers(20));
        const QImage picture = stage.picture();
        picture.save(taken + QString::number(scale) + u".png"_s);
        QCOMPARE(stage.window->effectiveDevicePixelRatio(), scale);
        QCOMPARE(picture.size(), QSize(qRound(1280 * scale), qRound(800 * scale)));
        QCOMPARE(complaintsAbout(stage), QString());
        // The line below the top bar is there and not blurred.
        const int below = qRound(stage.placeOf(u"map"_s).top() * scale);
        const int lines =
            countEdges(picture, picture.width() - qRound(20 * scale), below - qRound(3 * scale), below + 2);
        QVERIFY2(lines >= 1 && lines <= 3, qPrintable(QString::number(lines)));
    }

    void fitsWindowSize_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("smallest") << QSize(900, 600);
        QTest::newRow("default") << QSize(1280, 800);
        QTest::newRow("large screen") << QSize(2560, 1440);
        QTest::newRow("4K") << QSize(3840, 2160);
    }
    void fitsWindowSize()
    {
        QFETCH(const QSize, size);
        PictureStage stage;
        QVERIFY(stage.enterWithPeers(20));
        stage.window->resize(size);
        const auto fits = [&] { return stage.picture().size() == size && complaintsAbout(stage).isEmpty(); };
        const bool isFitting = waitUntil(fits, std::chrono::seconds(10));
        stage.picture().save(taken + u"%1x%2.png"_s.arg(size.width()).arg(size.height()));
        QVERIFY2(isFitting, qPrintable(complaintsAbout(stage)));
        // The map takes the extra width; the side column keeps its own.
        QVERIFY(stage.placeOf(u"map"_s).width() > 0.5 * size.width());
        QVERIFY(stage.placeOf(u"peopleList"_s).width() < 500);
    }
};

ISLET_GUI_TEST(TestPictureScales);
#include "tst_picturescales.moc"
