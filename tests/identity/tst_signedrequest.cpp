// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "identity/identity.h"
#include "identity/signedrequest.h"
#include "testkeys.h"
#include "tests/support/testmain.h"

#include <QJsonDocument>
#include <QTest>
#include <QUrl>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;

namespace {

Identity ownerA()
{
    return Identity::create(keyOf("ownerA"_L1), keyOf("ephA"_L1),
                            QDateTime::fromString(u"2100-01-01T00:00:00.000Z"_s, Qt::ISODateWithMs));
}

struct Vector {
    explicit Vector(const QJsonObject &vector)
        : method(vector["method"_L1].toString().toLatin1())
        , url(vector["url"_L1].toString(), QUrl::StrictMode)
        , path(vector["pathname"_L1].toString().toLatin1())
        , now(QDateTime::fromMSecsSinceEpoch(vector["timestampMs"_L1].toInteger(), Qt::UTC))
        , metadata(vector["metadata"_L1].toString().toUtf8())
        , value(vector["parsedMetadata"_L1].toObject())
    { }
    QByteArray prefix() const
    {
        return method.toLower() + ':' + path.toLower() + ':' + QByteArray::number(now.toMSecsSinceEpoch()) + ':';
    }

    QByteArray method;
    QUrl url;
    QByteArray path;
    QDateTime now;
    QByteArray metadata;
    QJsonObject value;
};

void addVectors(bool coincident)
{
    QTest::addColumn<QJsonObject>("json");
    for (const QJsonValue vector : loadVectors("signed_fetch.json")["vectors"_L1].toArray()) {
        if (vector["formatsCoincide"_L1].toBool() || !coincident)
            QTest::newRow(qPrintable(vector["name"_L1].toString())) << vector.toObject();
    }
}

QByteArray valueOf(const SignedRequest::Headers &headers, const QByteArray &name)
{
    for (const auto &[header, value] : headers) {
        if (header == name)
            return value;
    }
    return {};
}

} // namespace

//! The signed text of an HTTP request, compared with what the real packages sign.
class TestSignedRequest : public QObject {
    Q_OBJECT

private slots:
    //! Where both formats sign the same text, we sign it too, and the headers are byte-equal.
    void matchesRealPackages_data() { addVectors(true); }
    void matchesRealPackages()
    {
        QFETCH(const QJsonObject, json);
        const Vector vector(json);
        const auto request = SignedRequest::make(vector.method, vector.url, vector.metadata, vector.now);
        QVERIFY2(request, request ? "" : qPrintable(request.error().detail));
        const auto headers = request->headers(ownerA());
        for (const auto format : {"legacy"_L1, "v6"_L1}) {
            const QJsonObject theirs = json[format].toObject();
            QCOMPARE(request->text(), theirs["payload"_L1].toString().toUtf8());
            const QJsonObject wanted = theirs["headers"_L1].toObject();
            QCOMPARE(headers.size(), wanted.size());
            for (auto header = wanted.begin(); header != wanted.end(); ++header)
                QCOMPARE(valueOf(headers, header.key().toLatin1()), header.value().toString().toUtf8());
        }
    }

    //! For any metadata, both formats sign the same text, and every reader gets the same value.
    void bothFormatsSignTheSame_data() { addVectors(false); }
    void bothFormatsSignTheSame()
    {
        QFETCH(const QJsonObject, json);
        const Vector vector(json);
        const auto request = SignedRequest::make(vector.method, vector.url, vector.value, vector.now);
        QVERIFY2(request, request ? "" : qPrintable(request.error().detail));
        const QByteArray text = SignedRequest::metadataText(vector.value);
        QCOMPARE(QJsonDocument::fromJson(text).object(), vector.value);
        QCOMPARE(text.toLower(), text);
        QCOMPARE(request->text(), vector.prefix() + text);
        QCOMPARE(request->text().toLower(), request->text());
        const auto headers = request->headers(ownerA());
        QCOMPARE(valueOf(headers, "x-identity-metadata"), text);
        QCOMPARE(valueOf(headers, "x-identity-timestamp"), QByteArray::number(vector.now.toMSecsSinceEpoch()));
        const auto last = QJsonDocument::fromJson(valueOf(headers, "x-identity-auth-chain-2")).object();
        QCOMPARE(last["payload"_L1].toString().toUtf8(), request->text());
    }

    void preservesAnyValue_data()
    {
        QTest::addColumn<QJsonObject>("value");
        QTest::newRow("none") << QJsonObject();
        QTest::newRow("types") << QJsonObject{{u"isGuest"_s, true},
                                              {u"nothing"_s, QJsonValue::Null},
                                              {u"n"_s, 1e300},
                                              {u"small"_s, -1.5e-9},
                                              {u"list"_s, QJsonArray{1, u"TWO"_s, QJsonObject{{u"Three"_s, 3}}}}};
        QTest::newRow("characters that lower-casing changes")
            << QJsonObject{{u"İstanbul"_s, u"ẞ Σίσυφος ǅ K"_s}}; // U+0130, U+1E9E, a final sigma, U+01C5, U+212A
        QTest::newRow("beyond the first plane") << QJsonObject{{u"🏝️"_s, u"𝐀𐐀"_s}};
        QTest::newRow("characters that JSON escapes")
            << QJsonObject{{u"A\"B\\C/"_s, u"\b\f\n\r\t\u0001\u001F\u007F\u0085\u2028"_s}};
        QTest::newRow("looks like an escape") << QJsonObject{{u"\\U0041"_s, u"\\\\u004A"_s}};
    }
    void preservesAnyValue()
    {
        QFETCH(const QJsonObject, value);
        const QByteArray text = SignedRequest::metadataText(value);
        QCOMPARE(QJsonDocument::fromJson(text).object(), value);
        QCOMPARE(text.toLower(), text);
        for (const char c : text)
            QVERIFY2(c >= 0x20 && c < 0x7f, text.constData()); // only these are valid in a header
    }

    void signsOnlyThePath_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("no path") << u"https://host"_s << QByteArray("/");
        QTest::newRow("query without path") << u"https://host?Query=1#Fragment"_s << QByteArray("/");
        QTest::newRow("query and fragment") << u"https://host:8000/A/b?C=d#E"_s << QByteArray("/a/b");
        QTest::newRow("escapes are kept") << u"https://host/a%20B%2Fc%C3%89"_s << QByteArray("/a%20b%2fc%c3%89");
        QTest::newRow("other alphabets are escaped") << u"https://host/Café"_s << QByteArray("/caf%c3%a9");
        QTest::newRow("a slash at the end") << u"https://host/A/"_s << QByteArray("/a/");
    }
    void signsOnlyThePath()
    {
        QFETCH(const QString, url);
        QFETCH(const QByteArray, path);
        const auto request =
            SignedRequest::make("POST", QUrl(url), QJsonObject(), QDateTime::fromMSecsSinceEpoch(5, Qt::UTC));
        QVERIFY(request);
        QCOMPARE(request->text(), "post:" + path + ":5:{}");
    }

    void refusesInvalidMetadata_data()
    {
        QTest::addColumn<QByteArray>("metadata");
        QTest::newRow("an upper-case letter") << QByteArray(R"({"isGuest":true})");
        QTest::newRow("an upper-case escape") << QByteArray(R"({"caf\u00E9":1})");
        QTest::newRow("not ASCII") << QByteArray("{\"café\":1}");
        QTest::newRow("a line break") << QByteArray("{}\r\nx-identity-timestamp: 1");
        QTest::newRow("too large") << QByteArray(SignedRequest::maxMetadataBytes + 1, 'x');
    }
    void refusesInvalidMetadata()
    {
        QFETCH(const QByteArray, metadata);
        const auto request = SignedRequest::make("POST", QUrl(u"https://host/x"_s), metadata,
                                                 QDateTime::fromMSecsSinceEpoch(5, Qt::UTC));
        QVERIFY(!request);
        QCOMPARE(request.error().code, ErrorCode::InvalidInput);
        QVERIFY(request.error().detail.endsWith(u'.') && request.error().detail.size() < 200);
    }

    void countsEscapesTowardsTheSize()
    {
        const QJsonObject value{{u"x"_s, QString(SignedRequest::maxMetadataBytes / 6, u'X')}};
        QVERIFY(!SignedRequest::make("POST", QUrl(u"https://host/x"_s), value, QDateTime::currentDateTimeUtc()));
        const QByteArray longest(SignedRequest::maxMetadataBytes, 'x');
        QVERIFY(SignedRequest::make("POST", QUrl(u"https://host/x"_s), longest, QDateTime::currentDateTimeUtc()));
    }

    //! A room server must not get such a text signed as a challenge.
    void isNeverAChallenge_data() { addVectors(false); }
    void isNeverAChallenge()
    {
        QFETCH(const QJsonObject, json);
        const Vector vector(json);
        const auto request = SignedRequest::make(vector.method, vector.url, vector.value, vector.now);
        QVERIFY(request);
        QVERIFY(!Challenge::parse(QString::fromLatin1(request->text())));
        QVERIFY(!Challenge::parse(u"dcl-"_s + QString::fromLatin1(request->text())));
        for (const auto format : {"legacy"_L1, "v6"_L1})
            QVERIFY(!Challenge::parse(json[format]["payload"_L1].toString()));
        // Not even if the method looks like a challenge.
        const auto odd = SignedRequest::make("dcl-abcd", QUrl(u"https://host"_s), QJsonObject(), vector.now);
        QVERIFY(odd && !Challenge::parse(QString::fromLatin1(odd->text())));
    }

    void sendsTwoLinksForGuests()
    {
        const auto request =
            SignedRequest::make("GET", QUrl(u"https://host"_s), QJsonObject(), QDateTime::currentDateTimeUtc());
        QVERIFY(request);
        const auto headers = request->headers(Identity::guest());
        QCOMPARE(headers.size(), 4);
        QVERIFY(valueOf(headers, "x-identity-auth-chain-0").contains(R"("signature":"")")); // never absent
        QVERIFY(valueOf(headers, "x-identity-auth-chain-2").isEmpty());
    }
};

ISLET_TEST(TestSignedRequest);
#include "tst_signedrequest.moc"
