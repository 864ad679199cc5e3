/** Names and short forms that a brief may use though its source does not, and those that translators translate. */

function words(list: string): ReadonlySet<string> {
  return new Set(list.toLowerCase().trim().split(/\s+/))
}

/** Short forms that every reader of the field knows; in small letters. */
export const generalAcronyms = words(`
  AI AGI API APIs ASR AUC AUROC AR BLEU CNN CoT CPU CV DL DNN DPO EEG F1 FLOP FLOPs FPS GAN GPU GUI HCI HTML HTTP ID IDE IoT
  IoU IT JSON KL KV LLM LLMs LM LLaMA LoRA LSTM MAE mAP ML MLLM MLLMs MLP MoE MSE NAS NER NLG NLI NLP NLU OCR OOD OS PC PDF
  PhD PPO PSNR QA RAG RAM RGB RL RLHF RLVR RMSE RNN ROI ROUGE SDK SFT SGD SLAM SOTA SoTA SQL SSIM SSL STEM SVM TPU TTS UI
  URL USD VAE ViT VLA VLM VLMs VQA VR WER XML YAML UK US USA EU GB MB TB KB OK Q&A A/B R&D Wi-Fi 2D 3D 4D`)

/** Words that stand untranslated in technical prose of any language. */
export const technicalWords = words(`
  token tokens tokenizer transformer transformers prompt prompts agent agents benchmark benchmarks baseline baselines
  pipeline embedding embeddings attention encoder decoder softmax dropout batch epoch epochs logit logits fine-tuning
  pre-training zero-shot few-shot one-shot one-hot end-to-end top-k top-1 top-5 pass@k pass@1 best-of-n online offline
  bug bugs web app apps python linux docker github open-source open-weight ok vs etc al et`)

/** Written with capitals inside, and yet at home in other languages under another name. */
export const translatableNames = words(`
  PhD MSc BSc COVID COVID-19 NVIDIA YouTube GitHub WiFi Wi-Fi DeepFake DeepFakes MacBook LinkedIn TikTok WeChat JavaScript
  OpenAI DeepMind iPhone arXiv LaTeX PowerPoint eBook McNemar SoTA CoT MoE IoU mIoU mAP QoS IoT VoIP HuggingFace ShortForm
  eCommerce FinTech BioMed EdTech DNAs LLMs MLLMs VLMs GPUs CPUs APIs ViT LoRA RoPE NeRF CNNs RNNs GANs DNNs GNNs SLMs
  LMs PLMs LVLMs UAVs LRMs PDEs ODEs`)
