"""The words of a 换届提醒函 for the union of appendix A5, whose term ran out on 31 August 2026."""

WORDS = {
    "届次": "第五届",
    "任期起": "2021年9月1日",
    "任期年数": "五",
    "届满日": "2026年8月31日",
    "已届满": "是",
    "将届满": "",
    "剩余天数": "",
}
